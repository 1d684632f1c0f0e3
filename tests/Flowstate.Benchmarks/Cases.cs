using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Flowstate.Benchmarks;

/// <summary>One row of the benchmark set: the same request for both servers, numbered so that it varies.</summary>
/// <param name="Must">The CPU ratio to the bare limit that may not be exceeded.</param>
internal sealed record Case(
    string Name,
    int Connections,
    double Must,
    Func<long, HttpRequestMessage> Request,
    bool Comparable = true
);

internal static class Cases
{
    // Rare, mid and broad: a whole name, four letters of a company, a first name that a tenth of the rows have.
    private static readonly string[] Terms = ["c4ca4238", "8b2", "lena"];

    public static Case List { get; } =
        new("list 50, owner + stage", 8, 2.0, _ => Get("/api/v1/contacts?stage=invited&limit=50"));

    public static IReadOnlyList<Case> All(Seeded seeded) =>
        [
            List,
            List with
            {
                Connections = 1,
            },
            new(
                "search, newest 20",
                4,
                1.5,
                n => Get($"/api/v1/contacts?limit=20&search={Uri.EscapeDataString(Terms[n % Terms.Length])}")
            ),
            new("board, 9 stages of 20", 4, 2.0, _ => Get("/api/v1/contacts/board?perStage=20")),
            new("by id", 8, 2.2, n => Get($"/api/v1/contacts/{seeded.Contacts[(int)(n % seeded.Contacts.Count)]}")),
            new("create", 8, 3.0, Create, Comparable: false),
        ];

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Create(long n)
    {
        var unique = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture);
        var body = $$"""
            {"firstName":"Bench","lastName":"{{unique}}","organisation":"Company {{n
                % 500}}","emails":[{"value":"{{unique}}@example.com"}],"warmth":3}
            """;
        return new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts")
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
        };
    }
}
