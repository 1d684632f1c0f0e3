using System.Net;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Duplicates;

public class MergeRefusalTests(ContactsTest.Server server) : DuplicatesTest(server)
{
    [Fact]
    public async Task Who_looked_at_an_older_version_is_told_so()
    {
        var (kept, other) = (await Create(), await Create(Person("Anna")));
        (await Put($"/{other}", Person("Changed"), 1)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var stale = await Send(kept, other, versions: (1, 1)).Problem(HttpStatusCode.PreconditionFailed);
        stale.GetProperty("current").GetProperty("name").GetString().ShouldBe("Changed");
        (await Send(kept, other, versions: (2, 2)).ProblemCode(HttpStatusCode.PreconditionFailed)).ShouldBe(
            "contacts.stale-version"
        );
        (await Send(kept, kept, versions: (1, 1)).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "contacts.merge-with-itself"
        );
        (await Refused($"/{kept}/merge", new { otherId = other }, HttpStatusCode.PreconditionRequired))
            .GetProperty("code")
            .GetString()
            .ShouldBe("precondition-required");
    }

    [Fact]
    public async Task What_one_does_not_see_cannot_be_merged()
    {
        var rep = Harness.As(Me.Colleague());
        var (mine, his) = (await Create(), await Create(Person("Ola"), rep));
        var before = await Everything();

        (await Send(his, mine, versions: (1, 1), by: rep).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "contacts.not-found"
        );
        (await Send(mine, his, versions: (1, 1), by: rep).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "contacts.not-found"
        );
        (
            await Send(mine, his, versions: (1, 1), by: Harness.As(TestMember.New()))
                .ProblemCode(HttpStatusCode.NotFound)
        ).ShouldBe("contacts.not-found");

        (await Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Of_two_who_merge_the_same_at_once_one_does()
    {
        var (kept, other) = (await Create(), await Create(Person("Anna")));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n => n % 2 == 0 ? Send(kept, other, versions: (1, 1)) : Send(other, kept, versions: (1, 1)))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.ShouldAllBe(answer => (int)answer.StatusCode < 500);
        (await Harness.Scalar<long>($"select count(*) from contacts.merges where {Mine}")).ShouldBe(1);
        (
            await Harness.Scalar<long>($"select count(*) from contacts.contacts where {Mine} and deleted_at is null")
        ).ShouldBe(1);
    }
}
