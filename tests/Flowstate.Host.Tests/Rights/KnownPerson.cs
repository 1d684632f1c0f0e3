using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Rights;

/// <summary>Somebody whom every part of the product knows something of, and who is unmistakable in all of it.</summary>
internal static class KnownPerson
{
    public const string Name = "Quillfeather";
    public const string Phone = "99887766";
    private const string Contacts = "/api/v1/contacts";

    public static async Task<Guid> Meet(HttpClient owner)
    {
        await Post("/fields", new { label = "Hobby", kind = "text" });
        await Post(
            "/fields",
            new
            {
                label = "Illness",
                kind = "text",
                sensitive = true,
            }
        );
        var id = await IdOf(Post("", Body("first")));
        using (var edit = Request(HttpMethod.Put, $"/{id}", Body("second"), version: await Version(id)))
        {
            await Sent(edit);
        }

        await Post($"/{id}/touches", new { channel = "call", note = $"{Name} was glad" });
        var properties = new { name = Name };
        await Post(
            $"/{id}/facts",
            new
            {
                eventId = $"{Name}-1",
                type = "DM_STARTED",
                properties,
                consent = properties,
                utm = properties,
            }
        );
        await Post($"/{id}/moves", new { to = "relationship", reason = $"{Name} asked" });
        using (
            var answers = Request(
                HttpMethod.Put,
                $"/{id}/qualification",
                new
                {
                    why = Name,
                    desiredOutcome = Name,
                    timeline = Name,
                    decisionMaker = Name,
                },
                version: await Version(id)
            )
        )
        {
            await Sent(answers);
        }

        var due = TimeProvider.System.GetUtcNow().AddDays(1);
        var done = await IdOf(Post($"/{id}/follow-ups", new { title = $"Call {Name}", dueAt = due }));
        await Post($"/{id}/follow-ups", new { title = $"Meet {Name}", dueAt = due });
        using (
            var complete = Request(HttpMethod.Post, $"/{id}/follow-ups/{done}/complete", new { note = $"{Name} came" })
        )
        {
            complete.Headers.Add("Idempotency-Key", "once");
            await Sent(complete);
        }

        await Merge(id, await Imported());
        await Post(
            "/bulk",
            new
            {
                action = "tag",
                tags = new[] { "vip" },
                ids = new[] { id },
            }
        );
        await Machine.Until(async () =>
            (await owner.GetStringAsync($"{Contacts}/{id}")).Contains("\"vip\"", StringComparison.Ordinal)
        );
        await owner
            .PostAsJsonAsync(
                "/api/v1/campaigns/sends",
                new
                {
                    contactId = id,
                    channel = "sms",
                    text = $"Hi {Name}",
                }
            )
            .Json(HttpStatusCode.Created);
        await Machine.Until(async () =>
            (
                await owner.PostAsJsonAsync(
                    $"/api/v1/intelligence/next-actions/{id}/skip",
                    new { reason = $"{Name} is away" }
                )
            ).IsSuccessStatusCode
        );
        return id;

        async Task<long> Version(Guid contact) =>
            (await owner.GetAsync($"{Contacts}/{contact}").Json())
                .GetProperty("data")
                .GetProperty("version")
                .GetInt64();

        async Task<Guid> Imported()
        {
            var book = Encoding.UTF8.GetBytes(
                $"Name,Email,Phone\n{Name} Imported,imported.{Name}@example.com,+47{Phone}\n,,{Name}\n"
            );
            using MultipartFormDataContent form = new() { { new ByteArrayContent(book), "file", "people.csv" } };
            var import = await IdOf(owner.PostAsync($"{Contacts}/imports", form).Json(HttpStatusCode.Created));
            await Post($"/imports/{import}/start", new { });
            JsonElement rows = default;
            await Machine.Until(async () =>
            {
                rows = (await owner.GetAsync($"{Contacts}/imports/{import}/rows?outcome=created").Json()).GetProperty(
                    "data"
                );
                return rows.GetArrayLength() > 0;
            });
            return rows[0].GetProperty("contactId").GetGuid();
        }

        async Task Merge(Guid kept, Guid other)
        {
            using var merge = Request(
                HttpMethod.Post,
                $"/{kept}/merge",
                new { otherId = other, otherVersion = 1 },
                version: await Version(kept)
            );
            await Sent(merge);
        }

        async Task<JsonElement> Post(string path, object body)
        {
            using var request = Request(HttpMethod.Post, path, body);
            return await Sent(request);
        }

        async Task<JsonElement> Sent(HttpRequestMessage request)
        {
            using var answer = await owner.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            answer.IsSuccessStatusCode.ShouldBeTrue($"{request.RequestUri}: {text}");
            return text.Length == 0 ? default : JsonElement.Parse(text);
        }
    }

    private static async Task<Guid> IdOf(Task<JsonElement> answer) =>
        (await answer).GetProperty("data").GetProperty("id").GetGuid();

    private static HttpRequestMessage Request(HttpMethod method, string path, object body, long? version = null)
    {
        HttpRequestMessage request = new(method, Contacts + path) { Content = JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        return request;
    }

    private static object Body(string which) =>
        new
        {
            firstName = $"{Name} {which}",
            lastName = Name,
            organisation = $"{Name} AS",
            title = Name,
            emails = new[] { new { value = $"{which}.{Name}@example.com", label = Name } },
            phones = new[] { new { value = $"+47{Phone}", label = Name } },
            handles = new
            {
                instagram = Name,
                messenger = Name,
                whatsapp = $"+47{Phone}",
                linkedin = Name,
            },
            source = Name,
            tags = new[] { Name },
            notes = $"Met {Name} {which}",
            fields = new { hobby = Name, illness = Name },
        };
}
