using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests;

/// <summary>A host whose passkeys are made for a domain, and devices that register and sign through its endpoints.</summary>
public abstract class PasskeyTest : IdentityTest
{
    internal const string Domain = "flowstate.example";
    internal const string Page = "https://flowstate.example";

    public override async ValueTask InitializeAsync() =>
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
        {
            builder.Configuration["Identity:AttemptsPerMinute"] = "1000";
            builder.Configuration["Identity:BcryptCost"] = "10";
            builder.Configuration["Identity:PasskeyDomain"] = Domain;
        });

    internal static Task<JsonElement> Ask(Visitor visitor) =>
        visitor.Post("me/passkeys/options", new { password = Password }).Data<JsonElement>();

    internal static Task<HttpResponseMessage> Add(Visitor visitor, JsonElement asked, object credential) =>
        visitor.Post(
            "me/passkeys",
            new
            {
                challenge = asked.GetProperty("challenge"),
                credential,
                name = " Phone ",
            }
        );

    internal static async Task<Device> Registered(Visitor visitor, uint count = 0)
    {
        var device = new Device(Domain, Page) { Count = count };
        var asked = await Ask(visitor);
        await Add(visitor, asked, device.Create(asked.GetProperty("options"))).Json();
        return device;
    }

    internal async Task<HttpResponseMessage> SignIn(Visitor visitor, Device device)
    {
        var asked = await Visitor().Post("sign-in/passkey/options").Data<JsonElement>();
        return await SignIn(visitor, asked, device.Sign(asked.GetProperty("options")));
    }

    internal static Task<HttpResponseMessage> SignIn(Visitor visitor, JsonElement asked, object credential) =>
        visitor.Post("sign-in/passkey", new { challenge = asked.GetProperty("challenge"), credential });

    internal static async Task Refused(Task<HttpResponseMessage> signIn) =>
        (await signIn.ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("identity.passkey-refused");
}
