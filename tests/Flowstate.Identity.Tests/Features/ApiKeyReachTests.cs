using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>A key reaches what a permission is for, and nothing of the person behind it.</summary>
public sealed class ApiKeyReachTests : IdentityTest
{
    public override async ValueTask InitializeAsync() =>
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Configuration["Limits:KeyPerMinute"] = "60"
        );

    [Fact]
    public async Task Whatever_asks_for_no_permission_is_a_persons()
    {
        var owner = await Owner();
        var program = await Program(owner);
        using var client = Host.Anonymous();
        var document = JsonElement.Parse(
            await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)
        );
        (string Method, string Path)[] operations =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where
                path.Name.Contains("/api-keys", StringComparison.Ordinal)
                || !operation.Value.TryGetProperty("description", out var text)
                || !text.GetString()!.StartsWith("Requires ", StringComparison.Ordinal)
            where !path.Name.Contains("/tasks/", StringComparison.Ordinal)
            where path.Name.StartsWith("/api/", StringComparison.Ordinal)
            select (operation.Name.ToUpperInvariant(), path.Name),
        ];
        string[] some =
        [
            "POST /api/v1/identity/sign-in",
            "POST /api/v1/identity/refresh",
            "POST /api/v1/identity/me/password",
            "DELETE /api/v1/identity/sessions",
            "GET /api/v1/identity/me",
            "POST /api/v1/identity/invitations/accept",
            "POST /api/v1/identity/members/leave",
            "POST /api/v1/identity/api-keys",
        ];
        some.ShouldBeSubsetOf(operations.Select(one => $"{one.Method} {one.Path}"));
        List<string> reached = [];
        foreach (var (method, path) in operations)
        {
            var address = Regex.Replace(
                path,
                @"\{[A-Za-z]+\}",
                Guid.CreateVersion7().ToString(),
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            );
            if (await Ask(program, method, address) != "identity.not-by-key")
            {
                reached.Add($"{method} {path}");
            }
        }

        reached.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_hears_no_live_updates()
    {
        var secret = await Program(await Owner());

        (await Ask(secret, "POST", "/hubs/live/negotiate?negotiateVersion=1")).ShouldBe("identity.not-by-key");
        using var client = Host.Anonymous();
        using var inAddress = await client.PostAsync(
            $"/hubs/live/negotiate?negotiateVersion=1&access_token={secret}",
            null,
            TestContext.Current.CancellationToken
        );
        inAddress.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_may_look_at_the_task_that_it_started_and_at_the_documents()
    {
        var secret = await Program(await Owner());

        (await Ask(secret, "GET", $"/api/v1/tasks/{Guid.CreateVersion7()}")).ShouldBe("task-not-found");
        using var client = Host.Anonymous().WithToken(secret);
        using var document = await client.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        document.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_open_to_everybody_is_open_with_a_dead_key_too()
    {
        var owner = await Owner();
        var (id, secret) = await owner.NewKey();
        await owner.Delete($"api-keys/{id}");

        using var answer = await Programs.Program(Host.Address, secret).Get("setup");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Requests_are_counted_for_each_key_by_itself()
    {
        var owner = await Owner();
        var one = Programs.Program(Host.Address, await Program(owner));
        var other = Programs.Program(Host.Address, await Program(owner));
        for (var request = 0; request < 60; request++)
        {
            await one.Get("roles").Json();
        }

        (await one.Get("roles").ProblemCode(HttpStatusCode.TooManyRequests)).ShouldBe("platform.too-many-requests");
        await other.Get("roles").Json();
        await owner.Get("roles").Json();
    }

    private static async Task<string> Program(Visitor owner) => (await owner.NewKey()).Secret;

    private async Task<string?> Ask(string secret, string method, string address)
    {
        using var client = Host.Anonymous().WithToken(secret);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("X-Flowstate", "1");
        request.Content = method is "GET" or "DELETE" ? null : new StringContent("{}", null, "application/json");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode || body.Length == 0
            ? answer.StatusCode.ToString()
            : JsonElement.Parse(body).GetProperty("code").GetString();
    }
}
