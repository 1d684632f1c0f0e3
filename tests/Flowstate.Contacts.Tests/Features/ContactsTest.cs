using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Shared.Jobs;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Tests.Features;

/// <summary>The module alone behind its front door, with one database for the class; every test has a workspace of its own.</summary>
public abstract class ContactsTest(ContactsTest.Server server) : IClassFixture<ContactsTest.Server>
{
    public sealed class Server : IAsyncLifetime
    {
        public ModuleHarness<ContactsModule> Harness { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Harness = await ModuleHarness<ContactsModule>.Start();

        public ValueTask DisposeAsync() => Harness.DisposeAsync();
    }

    protected const string Root = "/api/v1/contacts";

    private HttpClient? _api;

    protected ModuleHarness<ContactsModule> Harness => server.Harness;

    protected TestMember Me { get; } = TestMember.New();

    protected HttpClient Api => _api ??= Harness.As(Me);

    protected DateTimeOffset Now => Harness.Clock.GetUtcNow();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected async Task<Guid> Create(object? body = null, HttpClient? by = null) =>
        (await Post("/", body ?? new { firstName = "Ana" }, HttpStatusCode.Created, by)).GetProperty("id").GetGuid();

    protected async Task<JsonElement> Post(
        string path,
        object body,
        HttpStatusCode expected = HttpStatusCode.Created,
        HttpClient? by = null
    ) => (await (by ?? Api).PostAsJsonAsync(Root + path, body, Ct).Json(expected)).GetProperty("data");

    protected Task<JsonElement> Refused(string path, object body, HttpStatusCode expected, HttpClient? by = null) =>
        (by ?? Api).PostAsJsonAsync(Root + path, body, Ct).Problem(expected);

    protected async Task<JsonElement> Get(string path, HttpClient? by = null) =>
        (await (by ?? Api).GetAsync(Root + path, Ct).Json()).GetProperty("data");

    /// <summary>Whom a page of the list holds.</summary>
    protected async Task<Guid[]> Ids(string path) =>
        [.. (await Get(path)).EnumerateArray().Select(row => row.GetProperty("id").GetGuid())];

    protected Task<JsonElement> Card(Guid id) => Get($"/{id}");

    protected async Task<long> Version(Guid id) => (await Card(id)).GetProperty("version").GetInt64();

    protected Task<JsonElement> Fact(Guid id, string type, DateTimeOffset? at = null, string? eventId = null) =>
        Post(
            $"/{id}/facts",
            new
            {
                eventId = eventId ?? Guid.CreateVersion7().ToString(),
                type,
                at,
            }
        );

    protected Task<JsonElement> Touch(Guid id, string outcome = "reached", DateTimeOffset? at = null) =>
        Post(
            $"/{id}/touches",
            new
            {
                channel = "call",
                outcome,
                at,
            }
        );

    protected Task<JsonElement> Move(Guid id, string to) => Post($"/{id}/moves", new { to }, HttpStatusCode.OK);

    protected async Task<HttpResponseMessage> Put(string path, object body, long? version = null, HttpClient? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Root + path) { Content = JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        return await (by ?? Api).SendAsync(request, Ct);
    }

    /// <summary>What the clock would do.</summary>
    protected async Task RunJob<TJob>()
        where TJob : IRecurringJob
    {
        await using var scope = Harness.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TJob>().Run(Ct);
    }

    /// <summary>The due times of open follow-ups of a kind, counted from an instant.</summary>
    protected static TimeSpan[] Dues(JsonElement card, string kind, DateTimeOffset from) =>
        [
            .. card.GetProperty("followUps")
                .EnumerateArray()
                .Where(followUp => followUp.GetProperty("kind").GetString() == kind)
                .Select(followUp => Round(followUp.GetProperty("dueAt").GetDateTimeOffset() - from)),
        ];

    /// <summary>Follows a keyset list to its end; each page is checked to be no longer than asked for.</summary>
    protected async Task<List<JsonElement>> AllPages(string path, int limit)
    {
        List<JsonElement> all = [];
        for (string? cursor = ""; cursor is not null; )
        {
            var join = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await Api.GetAsync($"{Root}{path}{join}limit={limit}&cursor={cursor}", Ct).Json();
            page.GetProperty("data").GetArrayLength().ShouldBeLessThanOrEqualTo(limit);
            all.AddRange(page.GetProperty("data").EnumerateArray());
            cursor = page.GetProperty("meta").GetProperty("nextCursor").GetString();
        }

        return all;
    }

    protected static TimeSpan Round(TimeSpan time) => TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
}
