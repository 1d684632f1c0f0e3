using Flowstate.Shared.Audit;
using Flowstate.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Tests.Audit;

/// <summary>A module of its own whose log is sealed twenty times a second; twenty people were added to it.</summary>
public abstract class SealedLogTest : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected ModuleHarness<ContactsModule> Harness { get; private set; } = null!;

    protected TestMember Me { get; } = TestMember.New();

    /// <summary>Where the key of the seals lies: nothing names another place.</summary>
    protected string KeyFile =>
        Flowstate.Shared.Identity.KeyFile.Path(Harness.Services.GetRequiredService<IConfiguration>(), "audit-key");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Harness = await ModuleHarness<ContactsModule>.Start(builder =>
            builder.Configuration.AddInMemoryCollection([new("Audit:SealEvery", "00:00:00.050")])
        );
        using var api = Harness.As(Me);
        for (var number = 0; number < 20; number++)
        {
            await api.PostAsync("/api/v1/contacts/", Json($$"""{"firstName":"Person {{number}}"}"""), Ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Harness.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    protected async Task<AuditReport> Verify() => (await AuditVerification.Run(Harness.Services, Ct)).Single();

    protected async Task<AuditReport> Sealed()
    {
        await Until(async () => (await Verify()).SealedRows == 20);
        return await Verify();
    }

    protected static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }
}
