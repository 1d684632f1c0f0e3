using Flowstate.Abstractions;
using Flowstate.Contacts.Events;
using Flowstate.Testing;

namespace Flowstate.Intelligence.Tests;

/// <summary>Intelligence booted alone, once per class: its tests take turns, each in a workspace and a day of its own.</summary>
public sealed class IntelligenceHost : IAsyncLifetime
{
    public ModuleHarness<IntelligenceModule> Module { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Module = await ModuleHarness<IntelligenceModule>.Start();

    public ValueTask DisposeAsync() => Module.DisposeAsync();
}

/// <summary>It is noon in Oslo, and time moves only by a test's hand.</summary>
public abstract class IntelligenceTest(IntelligenceHost host) : IClassFixture<IntelligenceHost>, IAsyncLifetime
{
    protected ModuleHarness<IntelligenceModule> Host => host.Module;

    protected TestMember Me { get; } = TestMember.New();

    protected HttpClient Client { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Noon in Oslo, on the day after the one where the test before left the clock.</summary>
    protected DateTimeOffset Now { get; private set; }

    public ValueTask InitializeAsync()
    {
        Now = new DateTimeOffset(Host.Clock.GetUtcNow().Date.AddDays(1).AddHours(11), TimeSpan.Zero);
        Host.Clock.SetUtcNow(Now);
        Client = Host.As(Me);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected ContactDetails Contact(
        string name = "Ana",
        string stage = "lead",
        int warmth = 3,
        double days = 1,
        long version = 1,
        Guid? id = null,
        Guid? owner = null
    ) =>
        new(
            id ?? Guid.CreateVersion7(),
            version,
            owner ?? Me.Id,
            name,
            null,
            name,
            null,
            null,
            null,
            [],
            [],
            null,
            null,
            null,
            null,
            null,
            stage,
            Now.AddDays(-days),
            warmth,
            [],
            null,
            Now.AddDays(-days)
        );

    protected Task Hear(params IIntegrationEvent[] events) => Host.Hear(events);

    protected ContactCreated Created(ContactDetails contact) => new(Me.WorkspaceId, contact.Version, Now, contact);

    protected TouchLogged Touched(Guid contact, long version, double days, string outcome = "reached") =>
        new(
            Me.WorkspaceId,
            contact,
            version,
            Now,
            Guid.CreateVersion7(),
            "call",
            outcome,
            Me.Id,
            Now.AddDays(-days),
            null,
            outcome == "noThanks"
        );

    protected FollowUpScheduled Scheduled(
        Guid contact,
        long version,
        string kind,
        DateTimeOffset due,
        Guid? id = null
    ) => new(Me.WorkspaceId, contact, version, Now, id ?? Guid.CreateVersion7(), kind, $"A {kind}", due, null);

    protected FactRecorded Fact(Guid contact, long version, string type, DateTimeOffset at) =>
        new(Me.WorkspaceId, contact, version, at, Guid.CreateVersion7(), type, "manual", null);

    protected Task<ActionView[]> List(string query = "") =>
        Client.GetAsync($"/api/v1/intelligence/next-actions{query}", Ct).Data<ActionView[]>();

    protected async Task<ActionView?> Next(Guid contact) =>
        await Client.GetAsync($"/api/v1/intelligence/next-actions/by-contact/{contact}", Ct).Data<ActionView?>();
}

/// <summary>What a browser reads of a next action.</summary>
public sealed record ActionView(
    Guid Id,
    Guid ContactId,
    string Name,
    string Stage,
    int Warmth,
    string Action,
    string Title,
    string Purpose,
    string Reason,
    IReadOnlyList<string> Reasons,
    int Priority,
    string Urgency,
    DateTimeOffset? DueAt,
    int Minutes,
    Guid? FollowUpId,
    bool Late,
    string? SuggestedFact,
    string? SuggestedStage
);
