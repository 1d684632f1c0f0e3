namespace Flowstate.Contacts.Tests.Features;

public class SearchTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task Search_finds_names_organisations_mails_and_phones_and_takes_wildcards_as_letters()
    {
        var id = await Create(
            new
            {
                firstName = "Søren",
                lastName = "O'Neil",
                organisation = "50% off_Ltd",
                emails = new[] { new { value = "So.Neil@Example.org" } },
                phones = new[] { new { value = "+47 999 60 001" } },
            }
        );
        await Create(new { firstName = "Other", organisation = "500 offaLtd" });

        foreach (
            var term in new[] { "søren o'n", "SØREN", "soren", "50%25 off_l", "neil@example", "99960001", "999 60" }
        )
        {
            (await Ids($"/?search={term}")).ShouldBe([id], term);
        }

        (await Ids("/?search=%25%25%25")).ShouldBeEmpty();
        (await Ids("/?search=nobody")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Łódź Zoë", "lodz")]
    [InlineData("Lodz Zoe", "ŁÓDŹ zoë")]
    [InlineData("Straße", "strasse")]
    [InlineData("Иван Петров", "ivan")]
    [InlineData("Иван Петров", "петр")]
    [InlineData("王伟", "王伟")]
    [InlineData("김민준", "김민")]
    [InlineData("Anne-Marie O’Brien", "o'brien anne-m")]
    public async Task Accents_case_and_script_do_not_matter(string name, string typed)
    {
        var id = await Create(new { firstName = name });
        await Create(new { firstName = "Lars" });

        (await Ids($"/?search={Uri.EscapeDataString(typed)}")).ShouldBe([id]);
    }

    [Fact]
    public async Task Two_letters_begin_a_word_and_every_word_counts_wherever_it_stands()
    {
        var ana = await Create(
            new
            {
                firstName = "Ana",
                lastName = "Skov",
                organisation = "Fjord Design",
            }
        );
        var dana = await Create(new { firstName = "Dana", lastName = "Skov" });

        (await Ids("/?search=an")).ShouldBe([ana]);
        (await Ids("/?search=ana")).ShouldBe([dana, ana], ignoreOrder: true);
        (await Ids("/?search=skov%20fj")).ShouldBe([ana]);
        (await Ids("/?search=design%20%20ANA")).ShouldBe([ana]);
        (await Ids("/?search=ana%20oslo")).ShouldBeEmpty();
        (await Ids("/?search=s%20ana%20f")).ShouldBe([ana]);
        (await Ids("/?search=an%20na%20fj%20jo%20or%20rd%20de%20es%20si%20ig%20gn%20sk%20ko%20ov")).ShouldBeEmpty();
        (await Ids("/?search=ana%20sko%20kov%20fjo%20jor%20ord%20des%20esi%20sig%20ign")).ShouldBe([ana]);
        (await Ids("/?search=ana%20sko%20kov%20fjo%20jor%20ord%20des%20esi%20sig%20igx")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("999 60 001")]
    [InlineData("+47 99960001")]
    [InlineData("0047-999.60.001")]
    [InlineData("(999) 60001")]
    public async Task A_number_is_found_however_it_is_written(string typed)
    {
        var id = await Create(new { firstName = "Ana", phones = new[] { new { value = "+47 999 60 001" } } });
        await Create(new { firstName = "Other", phones = new[] { new { value = "+47 999 60 002" } } });

        (await Ids($"/?search={Uri.EscapeDataString(typed)}")).ShouldBe([id]);
    }

    [Fact]
    public async Task Zeros_are_no_number()
    {
        await Create(new { firstName = "Ana", phones = new[] { new { value = "+47 999 60 012" } } });

        (await Ids("/?search=0000012")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Titles_handles_tags_and_the_words_of_notes_are_looked_through()
    {
        var id = await Create(
            new
            {
                firstName = "Ana",
                title = "Physiotherapist",
                handles = new { instagram = "ana.moves", linkedin = "in/ana-skov" },
                tags = new[] { "Padel", "Café owner" },
                notes = "Likes skiing in Åre, won't fly; her brother's called Jérôme.",
            }
        );
        await Create(new { firstName = "Other", notes = "Nothing of it." });

        foreach (
            var term in new[]
            {
                "physio",
                "ana.mov",
                "ana-skov",
                "padel",
                "cafe ow",
                "skiing",
                "ski",
                "åre",
                "are",
                "jerome",
                "won't",
                "ana skii padel",
            }
        )
        {
            (await Ids($"/?search={Uri.EscapeDataString(term)}")).ShouldBe([id], term);
        }

        (await Ids("/?search=kiing")).ShouldBeEmpty("of notes, words are found by how they begin");
        foreach (var odd in new[] { "' | 'x", "!!", "a:*b", "\\'", "<->", "%_", "🔥🔥", "$$s", "w--", "%%%lik" })
        {
            (await Ids($"/?search={Uri.EscapeDataString(odd)}")).ShouldBeEmpty(odd);
        }
    }

    [Fact]
    public async Task What_is_edited_away_is_found_no_more()
    {
        var id = await Create(
            new
            {
                firstName = "Ana",
                tags = new[] { "padel" },
                notes = "tennis",
            }
        );

        await Put(
            $"/{id}",
            new
            {
                firstName = "Ana",
                tags = new[] { "chess" },
                notes = "go",
            },
            await Version(id)
        );

        (await Ids("/?search=padel")).ShouldBeEmpty();
        (await Ids("/?search=tennis")).ShouldBeEmpty();
        (await Ids("/?search=chess")).ShouldBe([id]);
    }

    [Fact]
    public async Task Count_board_and_every_order_search_alike()
    {
        var id = await Create(new { firstName = "José", notes = "marathon" });
        await Create(new { firstName = "Other" });

        foreach (var term in new[] { "jose", "marathon" })
        {
            (await Get($"/count?search={term}")).GetProperty("count").GetInt64().ShouldBe(1);
            (await Ids($"/?sort=name&search={term}")).ShouldBe([id]);
            var board = await Get($"/board?search={term}");
            board
                .GetProperty("columns")
                .EnumerateArray()
                .SelectMany(column => column.GetProperty("cards").EnumerateArray())
                .ShouldHaveSingleItem()
                .GetProperty("id")
                .GetGuid()
                .ShouldBe(id);
        }
    }
}
