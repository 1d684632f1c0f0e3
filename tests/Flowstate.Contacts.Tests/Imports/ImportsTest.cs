using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Imports;

/// <summary>Uploads, starts and waits for imports through the front door.</summary>
public abstract class ImportsTest(ContactsTest.Server server) : ContactsTest(server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    protected Task<HttpResponseMessage> Send(byte[] file, string name = "contacts.csv", HttpClient? by = null) =>
        (by ?? Api).PostAsync($"{Root}/imports", Form(file, name), Ct);

    internal static MultipartFormDataContent Form(byte[] file, string name) =>
        new() { { new ByteArrayContent(file), "file", name } };

    protected async Task<JsonElement> Upload(string text, string name = "contacts.csv", HttpClient? by = null) =>
        (await Send(AddressBook.Bytes(text), name, by).Json(HttpStatusCode.Created)).GetProperty("data");

    /// <summary>Uploads, starts and waits until the import is over.</summary>
    protected async Task<JsonElement> Import(string text, object? body = null, HttpClient? by = null)
    {
        var id = (await Upload(text, by: by)).GetProperty("id").GetGuid();
        await Post($"/imports/{id}/start", body ?? new { }, HttpStatusCode.Accepted, by);
        return await Over(id, by);
    }

    protected async Task<JsonElement> Over(Guid id, HttpClient? by = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var import = await Get($"/imports/{id}", by);
            if (import.GetProperty("state").GetString() is "done" or "failed" or "undone")
            {
                return import;
            }

            await Task.Delay(100, limit.Token);
        }
    }

    protected static (int Created, int Updated, int Duplicates, int Refused) Counts(JsonElement import) =>
        (
            import.GetProperty("created").GetInt32(),
            import.GetProperty("updated").GetInt32(),
            import.GetProperty("duplicates").GetInt32(),
            import.GetProperty("refused").GetInt32()
        );

    protected async Task<List<JsonElement>> Rows(JsonElement import, string outcome = "") =>
        [
            .. (
                await Get(
                    $"/imports/{import.GetProperty("id").GetGuid()}/rows{(outcome.Length == 0 ? "" : "?outcome=" + outcome)}"
                )
            ).EnumerateArray(),
        ];

    protected async Task<List<JsonElement>> Everybody() => [.. (await Get("/?limit=200")).EnumerateArray()];

    /// <summary>Checks and waits for what it foresees.</summary>
    protected async Task<JsonElement> Check(Guid id, object? body = null)
    {
        await Post($"/imports/{id}/check", body ?? new { }, HttpStatusCode.Accepted);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var import = await Get($"/imports/{id}");
            if (import.GetProperty("state").GetString() == "checked")
            {
                return import;
            }

            await Task.Delay(50, limit.Token);
        }
    }

    protected async Task<JsonElement> Mend(Guid id, int row, string[] cells) =>
        (await Put($"/imports/{id}/rows/{row}", new { cells }).Json()).GetProperty("data");

    protected async Task<JsonElement> Undo(JsonElement import)
    {
        var id = import.GetProperty("id").GetGuid();
        await Post($"/imports/{id}/undo", new { }, HttpStatusCode.Accepted);
        return await Over(id);
    }
}
