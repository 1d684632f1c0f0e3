using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Flowstate.Benchmarks;

/// <summary>A rep as the product makes one: invited by the owner, joined by the link in the mail, signed in by password.</summary>
internal sealed partial class Rep(HttpClient http, Guid workspaceId, Guid id) : IDisposable
{
    public const string Email = "rep@bench.example";
    public const string Password = "a password for the bench";

    public Guid WorkspaceId { get; } = workspaceId;

    public Guid Id { get; } = id;

    public static async Task<Rep> Join(Product product)
    {
        var http = new HttpClient { BaseAddress = product.Address };
        var owner = await Post(
            http,
            "setup",
            new
            {
                workspaceName = "Bench",
                name = "Olga Owner",
                email = "owner@bench.example",
                password = Password,
            }
        );
        http.DefaultRequestHeaders.Authorization = new("Bearer", Token(owner));
        await Post(http, "invitations", new { email = Email, role = "rep" });
        http.DefaultRequestHeaders.Authorization = null;
        var token = await Mailed(Path.Combine(product.Folder, "mail"));
        var joined = await Post(
            http,
            "invitations/accept",
            new
            {
                token,
                name = "Bench",
                password = Password,
                timeZone = "UTC",
            }
        );
        var me = joined["me"]!;
        return new Rep(http, me["workspace"]!["id"]!.GetValue<Guid>(), me["id"]!.GetValue<Guid>());
    }

    /// <summary>A new access token, good for a quarter of an hour.</summary>
    public async Task<string> SignIn() =>
        Token(await Post(http, "sign-in", new { email = Email, password = Password }));

    public void Dispose() => http.Dispose();

    private static string Token(JsonNode signedIn) => signedIn["accessToken"]!.GetValue<string>();

    private static async Task<JsonNode> Post(HttpClient http, string path, object body)
    {
        using var content = JsonContent.Create(body);
        using var response = await http.PostAsync($"/api/v1/identity/{path}", content);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!["data"]!
            : throw new InvalidOperationException($"{path}: {text}");
    }

    private static async Task<string> Mailed(string folder)
    {
        for (var tries = 0; tries < 300; tries++, await Task.Delay(100))
        {
            if (Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml") is [var file, ..])
            {
                // Quoted-printable: long lines are folded with "=" at their ends.
                var mail = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n");
                return Link().Match(mail.Replace("=\n", "", StringComparison.Ordinal)).Groups["token"].Value;
            }
        }

        throw new InvalidOperationException($"No mail came into {folder}.");
    }

    [GeneratedRegex(@"/invitation#(?<token>[\w.-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
