using System.Net;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests;

/// <summary>A program with a key, as far as Identity sees one.</summary>
internal static class Programs
{
    public static readonly string[] Reading = ["identity.read"];

    public static async Task<(Guid Id, string Secret)> NewKey(this Visitor member, int? expiresInDays = null)
    {
        var made = await member
            .Post(
                "api-keys",
                new
                {
                    name = "Bookings",
                    scopes = Reading,
                    expiresInDays,
                }
            )
            .Data<JsonElement>(HttpStatusCode.Created);
        return (made.GetProperty("id").GetGuid(), made.GetProperty("secret").GetString()!);
    }

    public static Visitor Program(Uri address, string secret) => new(address) { AccessToken = secret };

    public static async Task Refused(this Visitor program, string code) =>
        (await program.Get("members").ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(code);
}
