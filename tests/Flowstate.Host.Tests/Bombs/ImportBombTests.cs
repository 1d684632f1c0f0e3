using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Bombs;

/// <summary>Files that are far more than they look like: taken or refused, never at the cost of the process.</summary>
public sealed class ImportBombTests(BombHost host) : IClassFixture<BombHost>
{
    private const long Room = 300L << 20;
    private const int Allowed = 19 << 20;
    private const int Huge = 300 << 20;
    private const int TooMuch = 513 << 20;
    private const string Imports = "/api/v1/contacts/imports";

    public static TheoryData<string, string, string, int> WithinTheLimit =>
        new()
        {
            { "one line", "", "a", Allowed },
            { "one cell", "Name,Phone\n", "a", Allowed },
            { "one cell of spaces", "Name,Phone\n", " ", Allowed },
            { "one column that never ends", "", "a,", Allowed / 2 },
            { "a row of nothing but columns", "Name,Phone\nAna,", ",", Allowed },
            { "a quote that is never closed", "Name,Phone\n\"", $"{new string('a', 999)}\n", Allowed / 1_000 },
            { "a quote on each line", "Name,Phone\n", $"\"{new string('a', 998)}\n", Allowed / 1_000 },
            { "quotes in quotes", "Name,Phone\n\"", "\"\"", Allowed / 2 },
            { "rows of nothing", "Name,Phone\n", "\n", Allowed },
            { "a card that never ends", "BEGIN:VCARD\nFN:Ana\n", "NOTE:a\n", Allowed / 7 },
            { "cards in cards", "", $"BEGIN:VCARD\nNOTE:{new string('a', 900)}\n", Allowed / 920 },
        };

    [Theory]
    [MemberData(nameof(WithinTheLimit))]
    public async Task A_file_within_the_limit_costs_no_more_than_a_bounded_part_of_memory(
        string name,
        string head,
        string repeated,
        int times
    )
    {
        var (kept, before) = (await host.Kept(), host.Peak);
        using var form = Form(new Repeated(head, repeated, times), "people.csv");

        var answer = await host.Client.PostAsync(Imports, form);

        ((int)answer.StatusCode).ShouldBeOneOf(201, 400, 422);
        var taken = answer.StatusCode == HttpStatusCode.Created;
        (await host.Kept()).ShouldBe((kept.Imports + (taken ? 1 : 0), 0));
        if (taken)
        {
            await Run(await Task.FromResult(answer).Data<JsonElement>(HttpStatusCode.Created));
        }

        (host.Peak - before).ShouldBeLessThan(Room, name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_more_than_half_a_gigabyte_is_refused_before_it_is_held(bool chunked)
    {
        var (kept, before) = (await host.Kept(), host.Peak);
        using var form = Form(new Repeated("Name,Phone\n", "a", TooMuch) { Sized = !chunked }, "people.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, Imports) { Content = form };
        request.Headers.ExpectContinue = true;

        await Refused(request, HttpStatusCode.RequestEntityTooLarge);

        (host.Peak - before).ShouldBeLessThan(Room);
        (await host.Kept()).ShouldBe(kept);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task A_body_that_says_it_is_packed_is_not_unpacked(string encoding)
    {
        var (kept, before) = (await host.Kept(), host.Peak);
        using var form = Form(new Repeated("Name,Phone\n", "a", Huge), "people.csv");
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await form.CopyToAsync(gzip);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Imports)
        {
            Content = new ByteArrayContent(packed.ToArray()),
        };
        request.Content.Headers.ContentType = form.Headers.ContentType;
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        await Refused(request, HttpStatusCode.BadRequest);

        (host.Peak - before).ShouldBeLessThan(Room);
        (await host.Kept()).ShouldBe(kept);
    }

    [Theory]
    [InlineData("people.csv")]
    [InlineData("people.vcf")]
    [InlineData("people.zip")]
    public async Task An_archive_is_not_opened_whatever_it_is_called(string fileName)
    {
        var (kept, before) = (await host.Kept(), host.Peak);
        using var archive = new MemoryStream();
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("people.csv", CompressionLevel.Fastest).OpenAsync();
            await new Repeated("Name,Phone\n", "a", Huge).CopyToAsync(entry);
        }

        using var form = Form(new ByteArrayContent(archive.ToArray()), fileName);

        var answer = await host.Client.PostAsync(Imports, form);

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity);
        (host.Peak - before).ShouldBeLessThan(Room);
        (await host.Kept()).ShouldBe(kept);
    }

    /// <summary>It may hang up while the rest is still being sent; then it lives on.</summary>
    private async Task Refused(HttpRequestMessage request, HttpStatusCode expected)
    {
        try
        {
            using var answer = await host.Client.SendAsync(request);
            answer.StatusCode.ShouldBe(expected);
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException)
        {
            using var alive = await host.Client.GetAsync("/health/live");
            alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    /// <summary>Lets what was taken be read to its end.</summary>
    private async Task Run(JsonElement import)
    {
        var started = await host
            .Client.PostAsJsonAsync($"{Imports}/{import.GetProperty("id").GetGuid()}/start", new { })
            .Data<JsonElement>(HttpStatusCode.Accepted);
        for (var waited = 0; waited < 1_200; waited++)
        {
            var task = await host
                .Client.GetAsync($"/api/v1/tasks/{started.GetProperty("taskId").GetGuid()}")
                .Data<JsonElement>();
            if (task.GetProperty("finishedAt").ValueKind != JsonValueKind.Null)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("The import did not come to an end.");
    }

    private static MultipartFormDataContent Form(HttpContent file, string fileName) =>
        new() { { file, "file", fileName } };

    /// <summary>A file that is written while it is sent, so that it is in nobody's memory.</summary>
    private sealed class Repeated(string head, string repeated, int times) : HttpContent
    {
        public bool Sized { get; init; } = true;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head));
            var block = Encoding.UTF8.GetBytes(
                string.Concat(Enumerable.Repeat(repeated, 1 + (64 * 1024 / repeated.Length)))
            );
            for (var left = (long)times * repeated.Length; left > 0; left -= block.Length)
            {
                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = head.Length + ((long)times * repeated.Length);
            return Sized;
        }
    }
}
