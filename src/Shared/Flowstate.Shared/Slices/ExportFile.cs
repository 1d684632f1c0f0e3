using System.Text;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Shared.Slices;

/// <summary>A file before it is written: it goes out part by part, as it is made.</summary>
public sealed record ExportFile(string Name, string Type, Func<CancellationToken, IAsyncEnumerable<string>> Parts);

public static class ExportAnswers
{
    public static IResult ToFile(this Result<ExportFile> export, CancellationToken ct) =>
        export.Error is { } error
            ? Problems.From(error)
            : Results.Stream(body => Write(body, export.Value.Parts(ct), ct), export.Value.Type, export.Value.Name);

    private static async Task Write(Stream body, IAsyncEnumerable<string> parts, CancellationToken ct)
    {
        // A part is put together in memory: the answer's stream cannot be written to synchronously.
        await foreach (var part in parts)
        {
            await body.WriteAsync(Encoding.UTF8.GetBytes(part), ct);
        }
    }
}
