using Flowstate.Testing;

namespace Flowstate.Identity.Tests;

/// <summary>Identity booted alone, with a database of its own for each test.</summary>
public abstract class IdentityTest : IAsyncLifetime
{
    internal const string Password = "a long walk by the sea";
    internal const string Email = "ana@nordlys.example";

    internal static readonly object Setup = new
    {
        workspaceName = "Nordlys Team",
        name = "Ana Lindqvist",
        email = Email,
        password = Password,
        timeZone = "Europe/Oslo",
        country = "NO",
    };

    protected ModuleHarness<IdentityModule> Host { get; set; } = null!;

    public virtual async ValueTask InitializeAsync() => Host = await ModuleHarness<IdentityModule>.Start();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Sets up the first workspace and comes back as its owner, with the cookie a browser would hold.</summary>
    internal async Task<Visitor> Owner()
    {
        var owner = new Visitor(Host.Address);
        await owner.Post("setup", Setup).Json(System.Net.HttpStatusCode.Created);
        return owner;
    }

    internal Visitor Visitor() => new(Host.Address);
}
