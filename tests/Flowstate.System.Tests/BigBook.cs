using System.Net;
using System.Net.Http.Json;
using System.Text;
using Flowstate.Testing;

namespace Flowstate.System.Tests;

/// <summary>A workspace's owner who imports an address book of 100,000 rows over two people who are there already.</summary>
internal static class BigBook
{
    public const int Rows = 100_000;

    public static HttpClient Client(ServiceProcess host, string token)
    {
        var http = new HttpClient { BaseAddress = host.Address };
        http.WithToken(token);
        return http;
    }

    public static async Task<string> Owner(ServiceProcess host)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var owner = new
        {
            workspaceName = "Northern Lights",
            name = "Ana Lindqvist",
            email = "ana@example.com",
            password = "a long enough sentence",
            country = "NO",
        };
        var session = await http.PostAsJsonAsync("/api/v1/identity/setup", owner).Json(HttpStatusCode.Created);
        return session.GetProperty("data").GetProperty("accessToken").GetString()!;
    }

    // Two who are in the file too, one of them with another company and number.
    public static async Task AddEarlier(HttpClient owner)
    {
        foreach (var i in new[] { 20, 70_000 })
        {
            var person = new
            {
                firstName = $"Ana{i}",
                lastName = "Berg",
                organisation = i == 20 ? "Fjell AS" : null,
                emails = new[] { new { value = $"ana{i}@example.com" } },
                phones = i == 20 ? new[] { new { value = "+47 91234567" } } : null,
                notes = "Met in Oslo",
            };
            await owner.PostAsJsonAsync("/api/v1/contacts", person).Json(HttpStatusCode.Created);
        }
    }

    public static async Task<string> StartImport(HttpClient owner)
    {
        var file = "Name,Company,E-mail,Phone\n" + string.Concat(Enumerable.Range(0, Rows).Select(Row));
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "big.csv" },
        };
        var import = (await owner.PostAsync("/api/v1/contacts/imports", form).Json(HttpStatusCode.Created))
            .GetProperty("data")
            .GetProperty("id")
            .GetString()!;
        var start = new { existing = "overwrite" };
        await owner.PostAsJsonAsync($"/api/v1/contacts/imports/{import}/start", start).Json(HttpStatusCode.Accepted);
        return import;
    }

    // Every tenth row repeats the mail of an earlier one, every hundredth has nobody in it.
    private static string Row(int i) =>
        i % 100 == 99 ? ",Nobody AS,,\n"
        : i % 10 == 9 ? $"Ana{i - 5},Fjord AS,ANA{i - 5}@example.com,\n"
        : $"Ana{i},Fjord AS,ana{i}@example.com,+47 41{i:D6}\n";
}
