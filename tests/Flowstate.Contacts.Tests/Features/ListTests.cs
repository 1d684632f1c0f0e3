using System.Net;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class ListTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task Pages_hold_every_contact_once_newest_first_even_created_in_one_instant()
    {
        List<Guid> ids = [];
        for (var n = 0; n < 23; n++)
        {
            ids.Add(await Create());
        }

        var all = await AllPages("/", 5);

        all.Select(row => row.GetProperty("id").GetGuid()).Order().ShouldBe(ids.Order());
        all.Select(row => (row.GetProperty("createdAt").GetDateTimeOffset(), row.GetProperty("id").GetGuid()))
            .ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task The_list_filters_by_stage_in_any_words_by_warmth_and_by_tag()
    {
        var warm = await Create(
            new
            {
                firstName = "Warm",
                warmth = 5,
                tags = new[] { "vip", "gym" },
            }
        );
        var moved = await Create(new { firstName = "Moved" });
        await Move(moved, "nurture");

        (await Ids("/?warmth=5")).ShouldBe([warm]);
        (await Ids("/?tag=gym")).ShouldBe([warm]);
        (await Ids("/?tag=GYM")).ShouldBeEmpty();
        (await Ids("/?stage=nurture")).ShouldBe([moved]);
        (await Ids("/?stage=New%20lead")).ShouldBe([warm]);
        (await Ids("/?stage=lead&warmth=0")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_carries_the_dates_that_matter()
    {
        var id = await Create(
            new
            {
                firstName = "Ana",
                warmth = 5,
                phones = new[] { new { value = "+4799960001" } },
            }
        );
        await Touch(id, at: Now.AddDays(-1));
        await Fact(id, "VIDEO_SENT", Now);

        var row = (await Get("/"))[0];

        Round(row.GetProperty("lastTouchAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(-1));
        Round(row.GetProperty("nextTouchAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(29));
        Round(row.GetProperty("nextFollowUpAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(1));
        row.GetProperty("phone").GetString().ShouldBe("+4799960001");
    }

    [Theory]
    [InlineData("?search=a", "contacts.search-too-short")]
    [InlineData("?cursor=nonsense!", "bad-cursor")]
    [InlineData("?limit=0", "validation-failed")]
    [InlineData("?limit=1000", "validation-failed")]
    [InlineData("?stage=moon", "validation-failed")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string code) =>
        (await Api.GetAsync($"{Root}{query}", Ct).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(code);
}
