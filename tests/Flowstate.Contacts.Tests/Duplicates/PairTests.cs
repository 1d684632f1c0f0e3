using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Duplicates;

public class PairTests(ContactsTest.Server server) : DuplicatesTest(server)
{
    [Fact]
    public async Task Each_reason_finds_its_pair_and_the_surest_come_first()
    {
        var colleague = Harness.As(Me.Colleague());
        var mail = Of(
            await Create(Person("Ana", "Berg", "ana@example.org")),
            await Create(Person("Anna B", null, "Ana@example.org"), colleague)
        );
        var phone = Of(
            await Create(Person("Ola", "Nordmann", phone: "+4799960001")),
            await Create(Person("Ola", "Normann", phone: "+47 99 96 00 01"))
        );
        var company = Of(
            await Create(Person("Eva", "Lindqvist", company: "Nordlys")),
            await Create(Person("Eva", "Lindquist", company: "nordlys"))
        );
        var family = Of(
            await Create(Person("Kari", "Vik", phone: "+4799960002")),
            await Create(Person("Per", "Dahl", phone: "+4799960002"))
        );
        await Create(Person("Mia", "Solberg", company: "Nordlys"));
        await Create(Person("Eva", "Lindqvist", company: "Elsewhere"));

        await LookThrough();

        var pairs = await AllPages("/duplicates", 2);
        pairs.Select(Ids).ShouldBe([mail, phone, company, family], ignoreOrder: true);
        Strengths(pairs).ShouldBe(["strong", "strong", "likely", "possible"]);
        Reasons(pairs, mail).ShouldBe(["sameMail"]);
        Reasons(pairs, phone).ShouldBe(["samePhone", "similarName"]);
        Reasons(pairs, company).ShouldBe(["similarName", "sameCompany"]);
        Reasons(pairs, family).ShouldBe(["samePhone"]);
    }

    [Fact]
    public async Task A_rep_sees_pairs_of_own_contacts_only_and_another_workspace_none()
    {
        var rep = Me.Colleague();
        await Create(Person("Ana", null, "ana@example.org"));
        await Create(Person("Ana", null, "ana@example.org"), Harness.As(rep));
        var own = Of(
            await Create(Person("Ola", phone: "+4799960003"), Harness.As(rep)),
            await Create(Person("Ola", phone: "+4799960003"), Harness.As(rep))
        );

        await LookThrough();

        (await Pairs(Harness.As(rep))).ShouldBe([own]);
        (await Pairs()).Count.ShouldBe(2);
        (await Pairs(Harness.As(TestMember.New()))).ShouldBeEmpty();
        await Refused("/duplicates/dismiss", Pair(await Create(), own.Item1), HttpStatusCode.NotFound, Harness.As(rep));
    }

    [Fact]
    public async Task Who_is_not_the_same_is_not_shown_again_however_often_it_is_looked_for()
    {
        var pair = await Twins("dismissed");
        await LookThrough();

        (await Api.PostAsJsonAsync($"{Root}/duplicates/dismiss", Pair(pair.Item1, pair.Item2), Ct)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await Pairs()).ShouldBeEmpty();
        Harness.Clock.Advance(TimeSpan.FromHours(2));
        await LookThrough();
        (await Pairs()).ShouldBeEmpty();

        (await Api.PostAsJsonAsync($"{Root}/duplicates/recall", Pair(pair.Item2, pair.Item1), Ct)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await Pairs()).ShouldBe([pair]);
    }

    [Fact]
    public async Task What_does_not_hold_any_more_is_not_shown_at_once_and_what_holds_now_within_the_hour()
    {
        var pair = await Twins("mended");
        var (had, gets) = (
            await Create(Person("Liv", "Holm", phone: "+4799960005")),
            await Create(Person("Liv", "Holm"))
        );
        var late = Of(had, gets);
        await LookThrough();
        (await Pairs()).ShouldBe([pair]);

        (await Put($"/{pair.Item2}", Person("Twin"), 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Put($"/{gets}", Person("Liv", "Holm", phone: "+4799960005"), 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Pairs()).ShouldBeEmpty();

        Harness.Clock.Advance(TimeSpan.FromHours(2));
        await LookThrough();
        (await Pairs()).ShouldBe([late]);
        (await Harness.Scalar<long>($"select count(*) from contacts.duplicate_pairs where {Mine}")).ShouldBe(1);
    }

    [Fact]
    public async Task A_number_that_a_crowd_shares_says_nothing()
    {
        for (var n = 0; n < 12; n++)
        {
            await Create(Person($"P{n}", phone: "+4799960004"));
        }

        await LookThrough();

        (await Pairs()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_hint_says_who_it_may_be_and_why_and_keeps_nobody_from_adding()
    {
        var mail = await Create(Person("Ana", "Berg", "ana@example.org"));
        var phone = await Create(Person("Per", "Dahl", phone: "+4799960006"));
        var company = await Create(Person("Ana", "Bergh", company: "Nordlys"));
        var name = await Create(Person("Ana", "Berge"));
        await Create(Person("Ana", "Other"), Harness.As(TestMember.New()));

        var hints = await Post(
            "/duplicates/hint",
            new
            {
                firstName = "Ana",
                lastName = "Berge",
                organisation = "NORDLYS",
                country = "NO",
                emails = new[] { "ANA@example.org" },
                phones = new[] { "999 60 006" },
            },
            HttpStatusCode.OK
        );

        hints
            .EnumerateArray()
            .Select(hint => hint.GetProperty("contact").GetProperty("id").GetGuid())
            .ShouldBe([mail, company, name, phone]);
        Texts(hints[0].GetProperty("reasons")).ShouldBe(["sameMail", "similarName"]);
        Texts(hints[1].GetProperty("reasons")).ShouldBe(["similarName", "sameCompany"]);
        Texts(hints[2].GetProperty("reasons")).ShouldBe(["sameName"]);
        Texts(hints[3].GetProperty("reasons")).ShouldBe(["samePhone"]);
        (await Post("/duplicates/hint", new { firstName = "Ana" }, HttpStatusCode.OK)).GetArrayLength().ShouldBe(0);
        (await Post("/duplicates/hint", Who("ana@example.org"), HttpStatusCode.OK, Harness.As(Me.Colleague())))
            .GetArrayLength()
            .ShouldBe(0);
        await Create(Person("Ana", "Berge"));
    }

    private static object Who(string mail) => new { firstName = "Ana", emails = new[] { mail } };

    private static object Pair(Guid left, Guid right) => new { leftId = left, rightId = right };

    private async Task<(Guid, Guid)> Twins(string name) =>
        Of(await Create(Person(name, phone: "+4799960009")), await Create(Person(name, phone: "+4799960009")));

    private async Task<List<(Guid, Guid)>> Pairs(HttpClient? by = null) =>
        [.. (await Get("/duplicates", by)).EnumerateArray().Select(Ids)];

    private static (Guid, Guid) Ids(JsonElement pair) =>
        (pair.GetProperty("left").GetProperty("id").GetGuid(), pair.GetProperty("right").GetProperty("id").GetGuid());

    // The clock of these tests stands: of ids of one moment either may be the smaller one.
    private static (Guid, Guid) Of(Guid one, Guid two) =>
        string.CompareOrdinal($"{one:N}", $"{two:N}") < 0 ? (one, two) : (two, one);

    private static string?[] Strengths(IEnumerable<JsonElement> pairs) =>
        [.. pairs.Select(pair => pair.GetProperty("strength").GetString())];

    private static string?[] Reasons(IEnumerable<JsonElement> pairs, (Guid, Guid) ids) =>
        Texts(pairs.Single(pair => Ids(pair) == ids).GetProperty("reasons"));
}
