using System.Net;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class ViewTests(ContactsTest.Server server) : ContactsTest(server)
{
    private static readonly object Filter = new
    {
        all = new[]
        {
            new
            {
                field = "stage",
                op = "is",
                value = "invited",
            },
        },
    };

    private TestMember Rep => field ??= Me.Colleague();

    [Fact]
    public async Task A_view_keeps_filter_sort_and_columns()
    {
        string[] columns = ["name", "stage", "custom.size"];
        await Post(
            "/views",
            new
            {
                name = " Waiting ",
                filter = Filter,
                sort = "-lastTouch",
                columns,
            }
        );

        var view = (await Get("/views"))[0];

        view.GetProperty("name").GetString().ShouldBe("Waiting");
        view.GetProperty("filter").GetProperty("all")[0].GetProperty("value").GetString().ShouldBe("invited");
        view.GetProperty("sort").GetString().ShouldBe("-lastTouch");
        view.GetProperty("columns").EnumerateArray().Select(column => column.GetString()).ShouldBe(columns);
        view.GetProperty("mayChange").GetBoolean().ShouldBeTrue();
        view.GetProperty("shared").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_private_view_is_its_makers_alone_even_for_an_owner()
    {
        using var rep = Harness.As(Rep);
        var id = (await Post("/views", new { name = "Mine" }, by: rep)).GetProperty("id").GetGuid();

        (await Get("/views")).GetArrayLength().ShouldBe(0);
        (await Put($"/views/{id}", new { name = "Theirs" }, 1)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Api.DeleteAsync($"{Root}/views/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Get("/views", rep)).GetArrayLength().ShouldBe(1);
        (await Get("/views", Harness.As(TestMember.New()))).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_shared_view_is_changed_by_its_maker_and_by_owners_and_admins()
    {
        using var rep = Harness.As(Rep);
        using var other = Harness.As(Me.Colleague("leader"));
        var id = (await Post("/views", new { name = "Ours", shared = true }, by: rep)).GetProperty("id").GetGuid();

        (await Get("/views", other))[0].GetProperty("mayChange").GetBoolean().ShouldBeFalse();
        (await Put($"/views/{id}", new { name = "X", shared = true }, 1, other)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await other.DeleteAsync($"{Root}/views/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Put($"/views/{id}", new { name = "Team", shared = true }, 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // Private it would be the maker's alone.
        (await Put($"/views/{id}", new { name = "Team", shared = false }, 2)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await Put($"/views/{id}", new { name = "Ours", shared = true }, 1, rep)).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        (await Get("/views", other))[0].GetProperty("name").GetString().ShouldBe("Team");
        (await Api.DeleteAsync($"{Root}/views/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Get("/views", rep)).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var moon = new
        {
            all = new[]
            {
                new
                {
                    field = "moon",
                    op = "is",
                    value = "full",
                },
            },
        };
        (await Refused("/views", new { name = "X", filter = moon }, HttpStatusCode.BadRequest))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.filter-invalid");
        await Refused("/views", new { name = " " }, HttpStatusCode.BadRequest);
        await Refused("/views", new { name = "X", sort = "moon" }, HttpStatusCode.BadRequest);
        await Refused("/views", new { name = "X", columns = new string?[] { null } }, HttpStatusCode.BadRequest);
        await Refused("/views", new { name = "X", filter = 3 }, HttpStatusCode.BadRequest);
        (await Put($"/views/{Guid.CreateVersion7()}", new { name = "X" })).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionRequired
        );
    }

    [Fact]
    public async Task A_member_has_at_most_100()
    {
        await using var command = Harness.Owner.CreateCommand(
            $"""
            insert into contacts.saved_views (workspace_id, id, owner_id, name, shared, sort, columns, created_at, version)
            select '{Me.WorkspaceId}', gen_random_uuid(), '{Me.Id}', 'V' || n, false, '-created', array[]::text[], now(), 1
            from generate_series(1, 100) n
            """
        );
        await command.ExecuteNonQueryAsync(Ct);

        (await Refused("/views", new { name = "One more" }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.too-many-views");
        using var rep = Harness.As(Rep);
        await Post("/views", new { name = "Another's first" }, by: rep);
    }
}
