using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests;

/// <summary>Only what belongs to a second factor limits the tries here.</summary>
public abstract class SecondFactorTest : IdentityTest
{
    public override async ValueTask InitializeAsync() =>
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
        {
            builder.Configuration["Identity:AttemptsPerMinute"] = "1000";
            builder.Configuration["Identity:BcryptCost"] = "10";
        });

    /// <summary>Shows the password and comes back with what the code has to be sent with.</summary>
    internal async Task<string> Challenge(string email = Email) =>
        (await Visitor().SignIn(email, Password).Data<JsonElement>())
            .GetProperty("secondFactor")
            .GetProperty("challenge")
            .GetString()!;

    internal static Task<HttpResponseMessage> Answer(Visitor visitor, string challenge, string code) =>
        visitor.Post("sign-in/second-factor", new { challenge, code });

    internal static Task<JsonElement> State(Visitor visitor) => visitor.Get("me/second-factor").Data<JsonElement>();
}
