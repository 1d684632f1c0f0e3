using Flowstate.Contacts.Events;
using Flowstate.Identity.Events;
using Flowstate.Testing;

[assembly: AssemblyFixture(typeof(Flowstate.Campaigns.Tests.CampaignsHost))]

namespace Flowstate.Campaigns.Tests;

/// <summary>Campaigns booted alone, once: tests do not meet, since each has a workspace of its own.</summary>
public sealed class CampaignsHost : IAsyncLifetime
{
    public ModuleHarness<CampaignsModule> Module { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Module = await ModuleHarness<CampaignsModule>.Start();

    public ValueTask DisposeAsync() => Module.DisposeAsync();
}

/// <summary>A workspace that has just been founded.</summary>
public abstract class CampaignsTest(CampaignsHost host) : IAsyncLifetime
{
    protected static readonly DateTimeOffset At = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    protected ModuleHarness<CampaignsModule> Host => host.Module;

    protected TestMember Me { get; } = TestMember.New();

    protected HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Client = Host.As(Me);
        await Host.Hear(
            new WorkspaceCreated(Me.WorkspaceId, 1, At, "Nordlys Team", "NO", "Europe/Oslo", Me.Id),
            new MemberJoined(Me.WorkspaceId, Me.Id, 1, At, "Mia Berg", "owner", "Europe/Oslo")
        );
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Rows of this workspace, counted as the owner of the database.</summary>
    protected Task<long> Count(string table, string where = "true") =>
        Host.Scalar<long>(
            $"select count(*) from campaigns.{table} t where workspace_id = '{Me.WorkspaceId}' and {where}"
        );

    protected ContactDetails Contact(
        string firstName = "Ana",
        long version = 1,
        Guid? id = null,
        string? phone = "+4790123456",
        string? email = "ana@example.org",
        string? whatsApp = null,
        Guid? owner = null,
        string? organisation = null,
        string? language = null
    ) =>
        new(
            id ?? Guid.CreateVersion7(),
            version,
            owner ?? Me.Id,
            firstName,
            "Lindqvist",
            $"{firstName} Lindqvist",
            organisation,
            email,
            phone,
            email is null ? [] : [email],
            phone is null ? [] : [phone],
            whatsApp,
            null,
            "NO",
            language,
            "Europe/Oslo",
            "lead",
            At,
            3,
            [],
            null,
            At
        );

    protected ContactCreated Created(ContactDetails contact) => new(Me.WorkspaceId, contact.Version, At, contact);

    protected ContactUpdated Updated(ContactDetails contact) => new(Me.WorkspaceId, contact.Version, At, contact);

    protected Task<HttpResponseMessage> Words(params (Guid Contact, string Purpose)[] pairs) =>
        Client.GetAsync(
            new Uri(
                $"/api/v1/campaigns/words?{string.Join('&', pairs.Select(pair => $"for={pair.Contact}:{pair.Purpose}"))}",
                UriKind.Relative
            ),
            TestContext.Current.CancellationToken
        );

    internal static string Templates(string path = "") => $"/api/v1/campaigns/templates{path}";
}

/// <summary>What a browser reads of ready words.</summary>
public sealed record WordsView(
    Guid ContactId,
    string Purpose,
    Guid? TemplateId,
    string Text,
    string? Subject,
    IReadOnlyList<LinkView> Links
);

public sealed record LinkView(string Channel, string Label, string Url);

public sealed record TemplateSeen(
    Guid Id,
    long Version,
    string Name,
    string Purpose,
    string Channel,
    string? Subject,
    string Body,
    string Language,
    bool BuiltIn
);
