using System.Net;
using System.Text.Json;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class SetupTests : IdentityTest
{
    [Fact]
    public async Task The_first_visitor_becomes_the_owner_and_is_signed_in()
    {
        (await Visitor().Get("setup").Json()).GetProperty("data").GetProperty("needsSetup").GetBoolean().ShouldBeTrue();
        var visitor = Visitor();

        var session = (await visitor.Post("setup", Setup).Json(HttpStatusCode.Created)).GetProperty("data");

        session.GetProperty("expiresInSeconds").GetInt32().ShouldBe(900);
        var me = session.GetProperty("me");
        me.GetProperty("name").GetString().ShouldBe("Ana Lindqvist");
        me.GetProperty("email").GetString().ShouldBe(Email);
        me.GetProperty("role").GetString().ShouldBe("owner");
        me.GetProperty("timeZone").GetString().ShouldBe("Europe/Oslo");
        me.GetProperty("minutesPerDay").GetInt32().ShouldBe(60);
        me.GetProperty("permissions")
            .Deserialize<string[]>()
            .ShouldBe(["identity.api-keys", "identity.manage", "identity.read", "platform.admin", "platform.audit"]);
        me.GetProperty("workspace").GetProperty("name").GetString().ShouldBe("Nordlys Team");
        me.GetProperty("workspace").GetProperty("country").GetString().ShouldBe("NO");
        me.GetProperty("workspace").GetProperty("version").GetInt64().ShouldBe(1);
        (await Visitor().Get("setup").Json())
            .GetProperty("data")
            .GetProperty("needsSetup")
            .GetBoolean()
            .ShouldBeFalse();
        (await visitor.Get("me").Json()).GetProperty("data").GetRawText().ShouldBe(me.GetRawText());
    }

    [Fact]
    public async Task The_others_hear_of_the_workspace_and_of_its_owner()
    {
        var owner = await Owner();
        var me = (await owner.Get("me").Json()).GetProperty("data");

        var created = (await Host.Told.Wait<WorkspaceCreated>()).Single();
        var joined = (await Host.Told.Wait<MemberJoined>()).Single();

        created.WorkspaceId.ShouldBe(me.GetProperty("workspace").GetProperty("id").GetGuid());
        created.ShouldBe(
            new WorkspaceCreated(
                created.WorkspaceId,
                1,
                created.At,
                "Nordlys Team",
                "NO",
                "Europe/Oslo",
                me.GetProperty("id").GetGuid()
            )
        );
        joined.ShouldBe(
            new MemberJoined(
                created.WorkspaceId,
                created.OwnerId,
                1,
                created.At,
                "Ana Lindqvist",
                "owner",
                "Europe/Oslo"
            )
        );
    }

    [Fact]
    public async Task Of_fifty_who_come_at_once_exactly_one_becomes_the_owner()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(n =>
                    Visitor()
                        .Post(
                            "setup",
                            new
                            {
                                workspaceName = $"Team {n}",
                                name = "Somebody",
                                email = $"somebody{n}@nordlys.example",
                                password = Password,
                            }
                        )
                )
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        // Two of one address are served at a time, ten wait in line, and the rest are told to come back.
        answers
            .Count(answer => answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests)
            .ShouldBe(49);
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.Conflict);
        (await Host.Scalar<long>("select count(*) from identity.users")).ShouldBe(1);
        (await Host.Scalar<long>("select count(*) from identity.workspaces")).ShouldBe(1);
        (await Host.Scalar<long>("select count(*) from identity.members where role = 'owner'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_setup_is_refused()
    {
        await Owner();

        (await Visitor().Post("setup", Setup).ProblemCode(HttpStatusCode.Conflict)).ShouldBe("identity.already-set-up");
    }

    [Fact]
    public async Task What_is_missing_or_malformed_is_named_field_by_field()
    {
        var problem = await Visitor()
            .Post(
                "setup",
                new
                {
                    workspaceName = "",
                    name = " ",
                    email = "no address",
                    password = "1234567",
                    timeZone = "../../etc/passwd",
                    country = "Norway",
                }
            )
            .Problem(HttpStatusCode.BadRequest);

        problem.GetProperty("code").GetString().ShouldBe("validation-failed");
        problem
            .GetProperty("errors")
            .EnumerateObject()
            .Select(field => field.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["country", "email", "name", "password", "timeZone", "workspaceName"]);
        (await Host.Scalar<long>("select count(*) from identity.users")).ShouldBe(0);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_a_bad_request()
    {
        using var client = Host.Anonymous();
        foreach (var body in new[] { "{", "[]", "null", "", "{\"email\": 7}" })
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            await client
                .PostAsync("/api/v1/identity/setup", content, TestContext.Current.CancellationToken)
                .Problem(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Script_tags_are_kept_as_they_were_typed()
    {
        const string script = "<script>alert('x')</script>";
        var visitor = Visitor();

        await visitor
            .Post(
                "setup",
                new
                {
                    workspaceName = script,
                    name = script,
                    email = Email,
                    password = Password,
                }
            )
            .Json(HttpStatusCode.Created);

        var me = (await visitor.Get("me").Json()).GetProperty("data");
        me.GetProperty("name").GetString().ShouldBe(script);
        me.GetProperty("workspace").GetProperty("name").GetString().ShouldBe(script);
        (await Host.Scalar<string>("select name from identity.workspaces")).ShouldBe(script);
    }
}
