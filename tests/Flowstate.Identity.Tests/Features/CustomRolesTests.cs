using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class CustomRolesTests : IdentityTest
{
    private const string Mira = "mira@nordlys.example";

    [Fact]
    public async Task A_role_of_ones_own_is_made_given_changed_and_taken_away()
    {
        var owner = await Owner();
        var id = await Second.Member(Host, Mira, "viewer");
        var mira = Visitor();
        await mira.SignIn(Mira, Password).Json();

        await owner
            .Post("roles", new { name = "coach", permissions = Array.Empty<string>() })
            .Json(HttpStatusCode.Created);
        await owner.Patch($"members/{id}", new { role = "coach" }, "\"1\"").Json();
        await mira.Get("members").Problem(HttpStatusCode.Forbidden);
        await owner.Put("roles/coach", new { permissions = new[] { "identity.read" } }).Json();
        await mira.Get("members").Json();
        await owner.Put("roles/coach", new { permissions = Array.Empty<string>() }).Json();

        await mira.Get("members").Problem(HttpStatusCode.Forbidden);
        (await owner.Delete("roles/coach").ProblemCode(HttpStatusCode.Conflict)).ShouldBe("identity.role-in-use");
        await owner.Patch($"members/{id}", new { role = "viewer" }, "\"2\"").Json();
        using var gone = await owner.Delete("roles/coach");
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.Delete("roles/coach").ProblemCode(HttpStatusCode.NotFound)).ShouldBe("identity.role-not-found");
    }

    [Fact]
    public async Task Built_in_roles_stay_and_names_are_taken_once()
    {
        var owner = await Owner();

        (
            await owner
                .Put("roles/rep", new { permissions = Array.Empty<string>() })
                .ProblemCode(HttpStatusCode.Conflict)
        ).ShouldBe("identity.role-built-in");
        (await owner.Delete("roles/rep").ProblemCode(HttpStatusCode.Conflict)).ShouldBe("identity.role-built-in");
        (
            await owner
                .Post("roles", new { name = "rep", permissions = Array.Empty<string>() })
                .ProblemCode(HttpStatusCode.Conflict)
        ).ShouldBe("identity.role-taken");
        (
            await owner
                .Post("roles", new { name = "Not This", permissions = Array.Empty<string>() })
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe("validation-failed");
        (await owner.Get("roles").Data<JsonElement[]>())
            .Select(role => role.GetProperty("name").GetString())
            .ShouldBe(["admin", "leader", "owner", "rep", "viewer"]);
    }

    [Fact]
    public async Task Nobody_grants_what_they_do_not_hold()
    {
        var owner = await Owner();
        await owner
            .Post("roles", new { name = "clerk", permissions = new[] { "identity.manage", "identity.read" } })
            .Json(HttpStatusCode.Created);
        var id = await Second.Member(Host, Mira, "clerk");
        var mira = Visitor();
        await mira.SignIn(Mira, Password).Json();

        (
            await mira.Post("roles", new { name = "boss", permissions = new[] { "platform.admin" } })
                .ProblemCode(HttpStatusCode.Forbidden)
        ).ShouldBe("identity.not-yours-to-grant");
        (
            await mira.Put("roles/clerk", new { permissions = new[] { "identity.manage", "platform.admin" } })
                .ProblemCode(HttpStatusCode.Forbidden)
        ).ShouldBe("identity.not-yours-to-grant");
        (
            await mira.Patch($"members/{id}", new { role = "admin" }, "\"1\"").ProblemCode(HttpStatusCode.Forbidden)
        ).ShouldBe("identity.not-yours-to-grant");
        (
            await mira.Post("roles", new { name = "boss", permissions = new[] { "no.such" } })
                .ProblemCode(HttpStatusCode.UnprocessableEntity)
        ).ShouldBe("identity.unknown-permission");
    }

    [Fact]
    public async Task Only_the_first_workspace_looks_over_the_installation()
    {
        await using var host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Configuration["Identity:OpenSignUp"] = "true"
        );
        var owner = new Visitor(host.Address);
        await owner.Post("setup", Setup).Json(HttpStatusCode.Created);
        var address = LetterBox.NewAddress();
        await new Visitor(host.Address)
            .Post(
                "accounts",
                new
                {
                    name = "Eve",
                    email = address,
                    password = Password,
                    workspaceName = "Sydlys",
                }
            )
            .Json(HttpStatusCode.Accepted);
        var token = LetterBox.SecretIn(await LetterBox.Wait(host, address));
        await new Visitor(host.Address).Post("accounts/verify", new { token });
        var eve = new Visitor(host.Address);

        var granted = (await eve.SignIn(address, Password).Data<JsonElement>())
            .GetProperty("me")
            .GetProperty("permissions")
            .Deserialize<string[]>();

        granted.ShouldBe(["identity.api-keys", "identity.manage", "identity.read", "platform.audit"]);
        (await Names(eve)).ShouldBe(["identity.api-keys", "identity.manage", "identity.read", "platform.audit"]);
        (await Names(owner)).ShouldBe([
            "identity.api-keys",
            "identity.manage",
            "identity.read",
            "platform.admin",
            "platform.audit",
        ]);
    }

    private static async Task<IEnumerable<string?>> Names(Visitor visitor) =>
        (await visitor.Get("permissions").Data<JsonElement[]>()).Select(one => one.GetProperty("name").GetString());
}
