using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Contacts.Exports;

/// <summary>A file before it is written: it goes out as it is made.</summary>
internal sealed record ExportFile(string Name, string Type, Func<Stream, CancellationToken, Task> Write);

internal static class ExportAnswers
{
    public static IResult ToFile(this Result<ExportFile> export, CancellationToken ct) =>
        export.Error is { } error
            ? Problems.From(error)
            : Results.Stream(body => export.Value.Write(body, ct), export.Value.Type, export.Value.Name);
}
