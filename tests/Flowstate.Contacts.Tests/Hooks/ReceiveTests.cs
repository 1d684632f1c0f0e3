using Flowstate.Contacts.Events;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Hooks;

public class ReceiveTests(ContactsTest.Server server) : HooksTest(server)
{
    [Fact]
    public async Task A_no_show_that_a_webhook_repeats_a_hundred_times_at_once_gives_two_follow_ups_and_rebook()
    {
        var sender = await Source();
        var body = new
        {
            event_id = "meeting-7",
            channel = "ig",
            handle = "@Ana.Silva",
            name = "Ana Silva",
            type = "NO_SHOW",
            at = Now,
        };

        // Half of them are one delivery sent again, half are deliveries of their own about the same event.
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(n => Sent(sender, "dm", body, n % 2 == 0 ? "msg_1" : null))
        );

        answers.Count(answer => !answer.GetProperty("duplicate").GetBoolean()).ShouldBe(1);
        var first = answers.Single(answer => !answer.GetProperty("duplicate").GetBoolean());
        var id = first.GetProperty("contactId").GetGuid();
        var card = await Card(id);
        card.GetProperty("name").GetString().ShouldBe("Ana Silva");
        card.GetProperty("handles").GetProperty("instagram").GetString().ShouldBe("Ana.Silva");
        card.GetProperty("ownerId").GetGuid().ShouldBe(Me.Id);
        Dues(card, "rebook", Now).ShouldBe([TimeSpan.FromHours(2), TimeSpan.FromDays(1)]);
        card.GetProperty("nextStep").GetString().ShouldBe("Rebook");
        (await Rows("contacts")).ShouldBe(1);
        (await Rows("facts")).ShouldBe(1);
        (await Harness.Told.Wait<FactRecorded>(1, raised => raised.ContactId == id)).Count.ShouldBe(1);
        (await Harness.Told.Wait<ContactCreated>(1, raised => raised.Contact.ContactId == id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_is_known_again_by_handle_mail_and_number_however_they_are_written()
    {
        var sender = await Source();
        var id = await Create(
            new
            {
                firstName = "Ana",
                emails = new[] { new { value = "ana@example.com" } },
                phones = new[] { new { value = "+47 900 12 345" } },
                handles = new { instagram = "ana.silva", messenger = "ana.m" },
            }
        );

        foreach (
            var body in new object[]
            {
                new { channel = "ig", handle = "@ANA.Silva" },
                new { channel = "messenger", handle = "ana.m" },
                new { channel = "whatsapp", handle = "+4790012345" },
                new { channel = "other", email = "ANA@example.com" },
                new { channel = "web", phone = "0047 90012345" },
            }
        )
        {
            var answer = await Sent(sender, "dm", body);
            answer.GetProperty("contactId").GetGuid().ShouldBe(id, body.ToString());
            answer.GetProperty("newContact").GetBoolean().ShouldBeFalse();
        }

        (await Facts(id)).ShouldBe(5);
        (await Rows("contacts")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_handle_in_another_channel_is_somebody_else()
    {
        var sender = await Source();
        var id = await Create(new { firstName = "Ana", handles = new { instagram = "ana" } });

        var answer = await Sent(sender, "dm", new { channel = "messenger", handle = "ana" });

        answer.GetProperty("contactId").GetGuid().ShouldNotBe(id);
        answer.GetProperty("newContact").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_that_have_the_number_it_is_the_one_of_the_sources_owner()
    {
        var tom = Me.Colleague();
        var body = new { firstName = "Ana", phones = new[] { new { value = "+4790012345" } } };
        await Create(body, Harness.As(tom));
        var mine = await Create(body);

        var answer = await Sent(await Source(), "dm", new { channel = "web", phone = "+4790012345" });

        answer.GetProperty("contactId").GetGuid().ShouldBe(mine);
    }

    [Fact]
    public async Task A_lead_form_makes_a_contact_and_keeps_what_it_said_with_the_fact()
    {
        var sender = await Source();
        var body = new
        {
            event_id = "lead-1",
            name = "Maria da Silva",
            email = "maria@example.com",
            phone = "912 345 678",
            country = "pt",
            utm = new { utm_source = "facebook" },
            consent = new { marketing = true },
            properties = new { budget = "500" },
        };

        var id = (await Sent(sender, "capi/lead", body)).GetProperty("contactId").GetGuid();
        var again = await Sent(sender, "capi/lead", body);

        again.GetProperty("duplicate").GetBoolean().ShouldBeTrue();
        again.GetProperty("contactId").GetGuid().ShouldBe(id);
        var card = await Card(id);
        card.GetProperty("firstName").GetString().ShouldBe("Maria");
        card.GetProperty("lastName").GetString().ShouldBe("da Silva");
        card.GetProperty("country").GetString().ShouldBe("PT");
        card.GetProperty("phones")[0].GetProperty("normalised").GetString().ShouldBe("+351912345678");
        card.GetProperty("source").GetString().ShouldBe("ads");
        var kept = await Harness.Scalar<string>(
            $"select concat(type, ' ', source, ' ', utm, ' ', consent, ' ', properties) from contacts.facts where contact_id = '{id}'"
        );
        kept.ShouldStartWith("""DM_STARTED ads {"utm_source": "facebook"} {"marketing": true}""");
        kept.ShouldContain("\"budget\": \"500\"");
        kept.ShouldContain("maria@example.com");
    }

    [Fact]
    public async Task Twenty_forms_of_one_new_person_at_once_make_one_contact()
    {
        var sender = await Source();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n =>
                    Sent(
                        sender,
                        "capi/lead",
                        new
                        {
                            event_id = $"e{n}",
                            email = "new@example.com",
                            phone = "+4790012345",
                        }
                    )
                )
        );

        answers.Select(answer => answer.GetProperty("contactId").GetGuid()).Distinct().Count().ShouldBe(1);
        answers.Count(answer => answer.GetProperty("newContact").GetBoolean()).ShouldBe(1);
        (await Rows("facts")).ShouldBe(20);
    }

    [Fact]
    public async Task A_delivery_that_comes_again_does_nothing_even_where_it_says_something_else()
    {
        var sender = await Source();
        await Sent(
            sender,
            "dm",
            new
            {
                event_id = "e1",
                channel = "ig",
                handle = "ana",
            },
            "msg_1"
        );

        var again = await Sent(
            sender,
            "dm",
            new
            {
                event_id = "e2",
                channel = "ig",
                handle = "eve",
            },
            "msg_1"
        );

        again.GetProperty("duplicate").GetBoolean().ShouldBeTrue();
        (await Rows("facts")).ShouldBe(1);
        (await Rows("contacts")).ShouldBe(1);
        (await Get("/hook-sources"))[0]
            .GetProperty("lastReceivedAt")
            .GetDateTimeOffset()
            .ShouldBe(Now, TimeSpan.FromSeconds(1));
    }
}
