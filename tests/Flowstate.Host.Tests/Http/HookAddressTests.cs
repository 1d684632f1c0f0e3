using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Flowstate.Host.Tests.Http;

public sealed class HookAddressTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("/hooks/dm/nobody")]
    [InlineData("/hooks/dm")]
    [InlineData("/Hooks/capi/lead/nobody")]
    [InlineData("/api/v1/contacts/hooks/capi/lead")]
    public async Task Webhooks_are_taken_where_their_senders_were_told(string address)
    {
        using var client = fixture.Host.Client();
        using var answer = await client.PostAsJsonAsync(address, new { channel = "ig", handle = "ana" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.hook-unverified");
    }

    [Fact]
    public async Task What_only_begins_alike_is_no_webhook()
    {
        using var client = fixture.Host.Client();
        using var answer = await client.PostAsJsonAsync("/hooksdm", new { });

        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("hook");
    }
}
