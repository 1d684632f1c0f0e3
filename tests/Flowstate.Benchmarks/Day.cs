using System.Globalization;
using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>
/// What a rep opens all day, as they see it: whom to contact now, a card, its timeline and the board. No bare limit beside it;
/// what counts is that nobody waits, however many contacts the workspace has.
/// </summary>
internal static class Day
{
    private const double MostMilliseconds = 150;

    // Everybody is due at some time of this month or the last, for a reason that the rules know.
    private const string Sql = """
        insert into intelligence.subjects (workspace_id, contact_id, profile_version, owner_id, name, warmth, created_at,
          stage, stage_entered_at, stage_version, touch_version, last_touch_at)
        select workspace_id, id, 1, owner_id, name, warmth, created_at, stage, stage_entered_at, 1, 1, created_at
        from contacts.contacts on conflict do nothing;
        insert into intelligence.next_actions (workspace_id, contact_id, owner_id, rule, base, due_at, minutes)
        select workspace_id, id, owner_id, 'keepCadence', 20 + hashtext(id::text) % 20,
          now() + hashtext(id::text || 'due') % 30 * interval '1 day', 5
        from contacts.contacts on conflict do nothing;
        """;

    public static async Task<IReadOnlyList<string>> Measure(Product product, Seeded seeded, Plan plan)
    {
        await Fill(product.OwnerConnection);
        var token = await seeded.Rep.SignIn();
        Guid Contact(long n) => seeded.Contacts[(int)(n % seeded.Contacts.Count)];
        Case[] cases =
        [
            Of("Today", _ => "/api/v1/intelligence/next-actions?limit=50"),
            Of("Today's summary", _ => "/api/v1/intelligence/next-actions/summary"),
            Of("card", n => $"/api/v1/contacts/{Contact(n)}"),
            Of("timeline", n => $"/api/v1/contacts/{Contact(n)}/timeline"),
            Of("board", _ => "/api/v1/contacts/board?perStage=20"),
            Of("by name", _ => "/api/v1/contacts?sort=name&limit=50"),
            Of("count of a filter", _ => "/api/v1/contacts/count?warmth=3"),
        ];
        Console.WriteLine();
        Console.WriteLine("| at 4 connections | p50 ms | p95 ms | must ≤ | req/s | errors |");
        Console.WriteLine("|---|---|---|---|---|---|");
        List<string> broken = [];
        foreach (var which in cases)
        {
            var samples = (await Run.InTurns(which, token, plan, product.PostmasterId, [product.Server]))[0];
            var (p95, errors) = (Report.Middle(samples, sample => sample.P95), samples.Sum(sample => sample.Errors));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {which.Name} | {Report.Middle(samples, s => s.P50):F1} | {p95:F1} | {MostMilliseconds:F0} | {Report.Middle(samples, s => s.PerSecond):F0} | {errors} |"
                )
            );
            if (p95 > MostMilliseconds || errors > 0)
            {
                broken.Add($"{which.Name} misses its must or had errors");
            }
        }

        return broken;
    }

    private static Case Of(string name, Func<long, string> path) =>
        new(name, 4, double.NaN, n => new HttpRequestMessage(HttpMethod.Get, path(n)));

    private static async Task Fill(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Command Timeout=900");
        foreach (var sql in new[] { Sql, "vacuum (analyze) intelligence.subjects, intelligence.next_actions" })
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
