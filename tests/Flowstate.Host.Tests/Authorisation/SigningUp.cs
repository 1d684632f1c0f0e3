using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Authorisation;

internal static partial class SigningUp
{
    private const string Password = "a long walk to the lake";

    /// <summary>Somebody with a workspace of their own, by the mail and the link in it.</summary>
    /// <returns>Their access token.</returns>
    public static async Task<string> SignUp(this HttpClient client, string mailFolder)
    {
        const string email = "stranger@elsewhere.example";
        const string root = "/api/v1/identity";
        var asked = new
        {
            name = "Stranger",
            email,
            password = Password,
            workspaceName = "Elsewhere",
        };
        (await client.PostAsJsonAsync($"{root}/accounts", asked)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Machine.Until(() => Task.FromResult(IsThere(mailFolder)));
        var token = Link().Match(Mails(mailFolder).Single()).Groups["token"].Value;
        (await client.PostAsJsonAsync($"{root}/accounts/verify", new { token })).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        return (await client.PostAsJsonAsync($"{root}/sign-in", new { email, password = Password }).Json())
            .GetProperty("data")
            .GetProperty("accessToken")
            .GetString()!;
    }

    // Seen while it is being written, it cannot be read yet.
    private static bool IsThere(string folder)
    {
        try
        {
            return Mails(folder).Any(mail => Link().IsMatch(mail));
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Mails(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.eml")
                .Select(File.ReadAllText)
                // Quoted-printable: long lines are broken, and = is =3D.
                .Select(mail =>
                    mail.Replace("=\r\n", "", StringComparison.Ordinal)
                        .Replace("=\n", "", StringComparison.Ordinal)
                        .Replace("=3D", "=", StringComparison.Ordinal)
                )
            : [];

    [GeneratedRegex("https?:[^\\s#]+#(?<token>[^\\s<>]+)", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
