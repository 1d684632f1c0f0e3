using System.Net;
using Flowstate.Shared.Outbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Flowstate.Host.Tests.Outbound;

public sealed class OutboundClientTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:169.254.169.254]/latest/meta-data/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://10.0.0.1:8443/")]
    [InlineData("http://user:pass@8.8.8.8/")]
    [InlineData("http://8.8.8.8:22/")]
    [InlineData("http://8.8.8.8:6379/")]
    [InlineData("ftp://8.8.8.8/")]
    [InlineData("file:///etc/passwd")]
    public async Task What_leads_inside_is_not_called(string address)
    {
        using var client = Client();
        var refused = await Should.ThrowAsync<Exception>(client.Http.GetAsync(new Uri(address)));
        // HttpClient itself refuses a scheme that is none of the web's.
        (refused is AddressRefused or NotSupportedException).ShouldBeTrue(refused.ToString());
    }

    [Fact]
    public async Task One_private_address_among_the_answers_is_enough()
    {
        using var client = Client(resolve: (_, _) => Task.FromResult(Addresses("93.184.216.34", "10.0.0.1")));
        await Should.ThrowAsync<AddressRefused>(client.Http.GetAsync(new Uri("http://name.example/")));
    }

    [Fact]
    public async Task A_name_cannot_change_its_mind_after_the_check()
    {
        await using var allowed = await Neighbour.Start(context => context.Response.WriteAsync("allowed"));
        var asked = 0;
        using var client = Client(
            allowed.Address.Port,
            (_, _) => Task.FromResult(Addresses(Interlocked.Increment(ref asked) == 1 ? "127.0.0.1" : "127.0.0.2"))
        );

        var text = await client.Http.GetStringAsync(new Uri($"http://name.example:{allowed.Address.Port}/"));

        text.ShouldBe("allowed");
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_not_followed()
    {
        await using var inside = await Neighbour.Start(context => context.Response.WriteAsync("secret"), "127.0.0.2");
        await using var outside = await Neighbour.Start(Redirect(() => inside.Address));
        using var client = Client([outside.Address.Port, inside.Address.Port]);

        await Should.ThrowAsync<AddressRefused>(client.Http.GetAsync(outside.Address));

        outside.Visits.Count.ShouldBe(1);
        inside.Visits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_is_followed_without_what_was_sent_along_and_three_times_at_most()
    {
        await using var last = await Neighbour.Start(context => context.Response.WriteAsync("there"));
        await using var first = await Neighbour.Start(Redirect(() => last.Address));
        await using var round = await Neighbour.Start(context =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        using var client = Client([first.Address.Port, last.Address.Port, round.Address.Port]);
        using var request = new HttpRequestMessage(HttpMethod.Get, first.Address);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer secret");

        (await (await client.Http.SendAsync(request)).Content.ReadAsStringAsync()).ShouldBe("there");
        first.Visits.ShouldBe(["GET / Bearer secret"]);
        last.Visits.ShouldBe(["GET / "]);

        await Should.ThrowAsync<AddressRefused>(client.Http.GetAsync(round.Address));
        round.Visits.Count.ShouldBe(4);
        (await client.Http.PostAsync(round.Address, null)).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task An_answer_without_an_end_or_in_no_hurry_is_given_up()
    {
        await using var endless = await Neighbour.Start(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string('x', 10_000), context.RequestAborted);
            }
        });
        await using var slow = await Neighbour.Start(context => Task.Delay(30_000, context.RequestAborted));
        using var client = Client([endless.Address.Port, slow.Address.Port]);

        await Should.ThrowAsync<HttpRequestException>(client.Http.GetAsync(endless.Address));
        await Should.ThrowAsync<HttpRequestException>(
            client.Http.GetAsync(endless.Address, HttpCompletionOption.ResponseHeadersRead)
        );
        await Should.ThrowAsync<TaskCanceledException>(client.Http.GetAsync(slow.Address));
    }

    private static RequestDelegate Redirect(Func<Uri> to) =>
        context =>
        {
            context.Response.Redirect(to().AbsoluteUri);
            return Task.CompletedTask;
        };

    private static IPAddress[] Addresses(params string[] texts) => [.. texts.Select(IPAddress.Parse)];

    private static OutboundClient Client(int port, Func<string, CancellationToken, Task<IPAddress[]>> resolve) =>
        Client([port], resolve);

    private static OutboundClient Client(
        int[]? ports = null,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null
    ) =>
        new(
            Options.Create(
                new OutboundOptions
                {
                    AllowedNetworks = ports is null ? [] : ["127.0.0.1/32"],
                    Ports = ports ?? [],
                    MaxResponseBytes = 100_000,
                    Timeout = TimeSpan.FromSeconds(2),
                }
            ),
            resolve
        );
}
