using System.Text;
using System.Text.Json;

namespace Flowstate.Host.Tests.Plans;

/// <summary>A statement as it came, and every table that was read from its first row to its last for it.</summary>
internal sealed record ReadWhole(string Table, string Statement);

/// <summary>The plans that auto_explain writes into a server's log, each a line that ends in <c>plan:</c> and indented lines.</summary>
internal static class ServerLog
{
    public static async Task<(int Plans, List<ReadWhole> Whole)> Read(string file)
    {
        var (plans, whole) = (0, new List<ReadWhole>());
        var json = new StringBuilder();
        await foreach (var line in File.ReadLinesAsync(file))
        {
            if (json.Length > 0 && !line.StartsWith('\t'))
            {
                Take();
            }

            if (line.EndsWith("plan:", StringComparison.Ordinal))
            {
                json.Append(' ');
            }
            else if (json.Length > 0)
            {
                json.AppendLine(line);
            }
        }

        Take();
        return (plans, whole);

        void Take()
        {
            if (json.Length == 0)
            {
                return;
            }

            var told = JsonElement.Parse(json.ToString());
            json.Clear();
            plans++;
            whole.AddRange(
                Tables(told.GetProperty("Plan"))
                    .Select(table => new ReadWhole(table, told.GetProperty("Query Text").GetString()!))
            );
        }
    }

    private static IEnumerable<string> Tables(JsonElement node)
    {
        if (node.GetProperty("Node Type").GetString() == "Seq Scan")
        {
            yield return $"{node.GetProperty("Schema").GetString()}.{node.GetProperty("Relation Name").GetString()}";
        }

        if (node.TryGetProperty("Plans", out var below))
        {
            foreach (var table in below.EnumerateArray().SelectMany(Tables))
            {
                yield return table;
            }
        }
    }
}
