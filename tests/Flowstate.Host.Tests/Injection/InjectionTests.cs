using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Host.Tests.Authorisation;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Injection;

/// <summary>
/// Every parameter of the OpenAPI document, in a path or behind a question mark, is given SQL: none of it runs, none of it
/// breaks a statement, and none of it finds more than it says. A new parameter is tried by being there.
/// </summary>
public sealed class InjectionTests(MatrixDemo demo) : IClassFixture<MatrixDemo>
{
    private const string Nowhere = "qqzzqqzz";

    [Fact]
    public async Task No_parameter_reaches_the_database_as_a_statement()
    {
        using var client = await Owner();
        var trap = new Trap(demo.Host.Database);
        await trap.Set();
        (await trap.Bites()).ShouldBeTrue("the trap would not tell");
        List<string> wrong = [];
        var (tried, found) = (0, 0);
        foreach (var (operation, name, inPath) in Parameters())
        {
            foreach (var payload in Payload.All)
            {
                using var request = Request(operation, name, inPath, payload);
                using var answer = await client.SendAsync(request);
                tried++;
                found += (int)answer.StatusCode < 300 ? 1 : 0;
                if ((int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{operation} {name}={payload}: {(int)answer.StatusCode}");
                }
            }

            if (await trap.Sprung())
            {
                wrong.Add($"{operation} {name}: a statement ran");
                break;
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(40 * Payload.All.Count);
        // Not all were turned away at the door: texts went into statements.
        found.ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task No_condition_finds_more_than_a_word_that_is_nowhere()
    {
        using var client = await Owner();
        string[] conditions =
        [
            $"{Nowhere}' or '1'='1",
            $"{Nowhere}' or 1=1--",
            $"{Nowhere}') or ('1'='1",
            "%%%",
            "___",
        ];
        List<string> wrong = [];
        var compared = 0;
        foreach (var (operation, name, inPath) in Parameters().Where(one => one.Operation.Method == "GET"))
        {
            foreach (var condition in conditions)
            {
                var found = await Found(client, operation, name, inPath, condition);
                // Asked later: an answer that grows by being asked for, as the log does, has grown here as well.
                if (await Found(client, operation, name, inPath, Nowhere) is not { } nothing)
                {
                    break;
                }

                compared++;
                if (found > nothing)
                {
                    wrong.Add($"{operation} {name}={condition}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        compared.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_search_takes_every_sign_as_itself()
    {
        using var client = await Owner();
        (string Name, string Search)[] people =
        [
            ("Nuala O'Brien", "ala o'b"),
            ("Cent 100% Wool", "00%"),
            ("Under_Score", "r_s"),
            ("Back\\Slash", "k\\s"),
            ("Double\"Quote", "e\"q"),
            ("Dollar$$Sign", "$$s"),
            ("Dash--Dash", "h--"),
        ];
        foreach (var (name, _) in people)
        {
            await client.PostAsJsonAsync("/api/v1/contacts", new { firstName = name }).Json(HttpStatusCode.Created);
        }

        var searches = demo.Operations.Where(operation => operation.Query.Contains("Search")).ToList();
        searches.Count.ShouldBeGreaterThan(2);
        foreach (var operation in searches)
        {
            foreach (var (name, search) in people)
            {
                using var request = Request(operation, "Search", false, Uri.EscapeDataString(search));
                if (operation.Path.EndsWith("/export", StringComparison.Ordinal))
                {
                    using var file = await client.SendAsync(request);
                    var lines = (await file.Content.ReadAsStringAsync()).Split(
                        "\r\n",
                        StringSplitOptions.RemoveEmptyEntries
                    );
                    lines.Length.ShouldBe(2, $"{operation} {search}: the head and one person");
                    continue;
                }

                var data = (await client.SendAsync(request).Json()).GetProperty("data");
                // How many there are tells as much as who.
                if (data.ValueKind == JsonValueKind.Object && data.TryGetProperty("exact", out _))
                {
                    data.GetProperty("count").GetInt64().ShouldBe(1, $"{operation} {search}");
                    continue;
                }

                people
                    .Where(one => Texts(data).Any(text => text == one.Name))
                    .ShouldBe([(name, search)], $"{operation} {search}");
            }
        }
    }

    private IEnumerable<(Operation Operation, string Name, bool InPath)> Parameters() =>
        demo.Operations.SelectMany(operation =>
            operation
                .Parameters.Select(one => (operation, one.Name, true))
                .Concat(operation.Query.Select(name => (operation, name, false)))
        );

    private HttpRequestMessage Request(Operation operation, string name, bool inPath, string escaped)
    {
        var request = operation.Request(
            demo.Document,
            (parent, one) => inPath && one == name ? escaped : demo.Victim.Id(parent, one)
        );
        if (!inPath)
        {
            request.RequestUri = new Uri($"{request.RequestUri}?{name}={escaped}", UriKind.Relative);
        }

        return request;
    }

    /// <returns>How many the answer lists; null where it is a refusal.</returns>
    private async Task<int?> Found(HttpClient client, Operation operation, string name, bool inPath, string text)
    {
        using var request = Request(operation, name, inPath, Uri.EscapeDataString(text));
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }

        var body = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "application/json"
            ? Texts(JsonElement.Parse(body).GetProperty("data")).Count()
            : body.Split('\n').Length;
    }

    private static IEnumerable<string> Texts(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
            JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
            JsonValueKind.String => [json.GetString()!],
            _ => [],
        };

    private async Task<HttpClient> Owner()
    {
        using var visitor = demo.Host.Client();
        return demo.Host.Client().WithToken(await visitor.SignIn("ana"));
    }
}
