using System.Text.Json;
using Flowstate.Shared.Identity;
using Flowstate.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Flowstate.Host.Tests.Authorisation;

/// <summary>The demo team on a host of its own, and the people and programs that ask it for what they may not have.</summary>
public sealed class MatrixDemo : IAsyncLifetime
{
    internal RunningHost Host { get; private set; } = null!;
    internal Victim Victim { get; private set; } = null!;
    internal JsonElement Document { get; private set; }
    internal List<Operation> Operations { get; private set; } = [];
    internal TokenKeys Keys { get; private set; } = null!;
    internal string[] Permissions { get; private set; } = [];

    /// <summary>Of the owner of another workspace, who signed up as strangers do.</summary>
    internal string Stranger { get; private set; } = "";

    /// <summary>The owner's, with every scope that a key can have.</summary>
    internal string RevokedKey { get; private set; } = "";

    /// <summary>The access token of a leader who was disabled after signing in.</summary>
    internal string DisabledMember { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Host = await RunningHost.StartWithDemo(
            "--Limits:UserPerMinute=100000",
            "--Limits:AddressPerMinute=100000",
            "--Identity:OpenSignUp=true"
        );
        using var client = Host.Client();
        using var owner = Host.Client();
        owner.WithToken(await client.SignIn("ana"));
        RevokedKey = await owner.RevokeKeyOf(client);
        DisabledMember = await owner.Disable("jonas", client);
        Victim = await Victim.In(Host.Database);
        Document = JsonElement.Parse(await client.GetStringAsync("/openapi/v1.json"));
        Operations = Operation.Of(Document);
        Permissions = [.. Operations.Select(operation => operation.Permission).OfType<string>().Distinct()];
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Auth:SigningKeyFile", Host.SigningKeyFile)]);
        Keys = TokenKeys.Load(builder.Configuration, builder.Environment);
        Stranger = await client.SignUp(Host.MailFolder);
    }

    public async ValueTask DisposeAsync()
    {
        await Victim.DisposeAsync();
        await Host.DisposeAsync();
    }
}
