using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Flowstate.System.Tests;

/// <summary>
/// From a phone's address book to the next step that is done: through all four modules and back, the same in one
/// process with one database and in two processes with a database each.
/// </summary>
public partial class Journey
{
    private const string AddressBook = """
        BEGIN:VCARD
        VERSION:3.0
        N:Berg;Tom;;;
        FN:Tom Berg
        TEL;TYPE=CELL:+47 912 34 567
        EMAIL:tom.berg@example.com
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        N:Okafor;Ngozi;;;
        FN:Ngozi Okafor
        TEL;TYPE=CELL:+234 803 123 4567
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        N:Silva;Rui;;;
        FN:Rui Silva
        EMAIL:rui@example.com
        END:VCARD

        """;

    [Theory]
    [InlineData(Deployment.Monolith)]
    [InlineData(Deployment.Split)]
    public async Task From_an_import_to_the_next_action_its_words_a_touch_and_the_next_date(string kind)
    {
        await using var deployment = await Deployment.Start(kind);
        using var ana = await Member.SetUp(deployment);

        await Import(ana);
        var tom = await Tom(ana);
        var action = await NextAction(ana, tom, "Say hello");
        await Words(ana, tom, action);
        await Touch(ana, tom);
        await ActionGoes(ana, tom);
        await HeardBackHome(ana, tom);
    }

    [Fact]
    public async Task The_split_survives_the_death_of_either_service_in_the_middle()
    {
        await using var deployment = await Deployment.Start(Deployment.Split);
        using var ana = await Member.SetUp(deployment);

        // The rest is gone while the contacts come in, and the contacts are gone while the rest hears of them.
        await deployment.Rest.Kill();
        await Import(ana);
        var tom = await Tom(ana);
        await deployment.Contacts.Kill();
        await deployment.Rest.Start();
        await deployment.Contacts.Start();

        var action = await NextAction(ana, tom, "Say hello");
        await Words(ana, tom, action);
        await deployment.Rest.Kill();
        await Touch(ana, tom);
        await deployment.Rest.Start();
        await ActionGoes(ana, tom);
        await HeardBackHome(ana, tom);
        (await ana.Get("intelligence", "next-actions")).GetArrayLength().ShouldBe(2);
    }

    private static async Task Import(Member ana)
    {
        var import = (await ana.Upload("contacts", "imports", "phone.vcf", AddressBook)).GetProperty("id").GetGuid();
        await ana.Post("contacts", $"imports/{import}/start", new { }, HttpStatusCode.Accepted);
        var done = await ana.Until("contacts", $"imports/{import}", Over);
        done.GetProperty("created").GetInt32().ShouldBe(3, done.ToString());

        static bool Over(JsonElement import) => import.GetProperty("state").GetString() is "done" or "failed";
    }

    private static async Task<Guid> Tom(Member ana)
    {
        var found = (await ana.Get("contacts", "?search=tom")).EnumerateArray().Single();
        found.GetProperty("phone").GetString().ShouldBe("+4791234567");
        return found.GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> NextAction(Member ana, Guid contact, string title)
    {
        var action = await ana.Until("intelligence", $"next-actions/by-contact/{contact}", Known);
        action.GetProperty("title").GetString().ShouldBe(title);
        action.GetProperty("reason").GetString().ShouldNotBeNullOrWhiteSpace();
        var today = await ana.Until("intelligence", "next-actions", list => list.GetArrayLength() == 3);
        today.EnumerateArray().ShouldContain(row => row.GetProperty("contactId").GetGuid() == contact);
        return action;

        static bool Known(JsonElement answer) => answer.ValueKind == JsonValueKind.Object;
    }

    private static async Task Words(Member ana, Guid contact, JsonElement action)
    {
        var purpose = action.GetProperty("purpose").GetString();
        var words = (
            await ana.Until("campaigns", $"words?for={contact}:{purpose}", list => list.GetArrayLength() == 1)
        )[0];
        var text = words.GetProperty("text").GetString()!;
        text.ShouldContain("Tom");
        words
            .GetProperty("links")
            .EnumerateArray()
            .ShouldContain(link =>
                link.GetProperty("url").GetString()!.StartsWith("https://wa.me/4791234567", StringComparison.Ordinal)
            );
        await ana.Post(
            "campaigns",
            "sends",
            new
            {
                contactId = contact,
                channel = "whatsapp",
                text,
            }
        );
    }

    private static async Task Touch(Member ana, Guid contact)
    {
        var logged = await ana.Post("contacts", $"{contact}/touches", new { channel = "whatsapp", direction = "out" });
        DateTimeOffset
            .Parse(logged.GetProperty("nextTouchAt").GetString()!, CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddDays(1));
    }

    private static async Task ActionGoes(Member ana, Guid contact)
    {
        await ana.Until("intelligence", "next-actions", today => today.EnumerateArray().All(IsOther));
        var later = await ana.Get("intelligence", $"next-actions/by-contact/{contact}");
        later.GetProperty("dueAt").GetDateTimeOffset().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());

        bool IsOther(JsonElement row) => row.GetProperty("contactId").GetGuid() != contact;
    }

    // Events run the other way too: Campaigns to Contacts, and Contacts to Identity.
    private static async Task HeardBackHome(Member ana, Guid contact)
    {
        await ana.Until(
            "contacts",
            $"{contact}/timeline",
            entries => entries.EnumerateArray().Count(entry => entry.GetProperty("kind").GetString() == "send") == 1
        );
        await ana.Until(
            "identity",
            "members",
            members => members[0].GetProperty("lastTouchAt").ValueKind == JsonValueKind.String
        );
    }
}
