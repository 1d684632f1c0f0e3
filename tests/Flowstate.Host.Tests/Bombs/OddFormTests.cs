using System.Collections.Concurrent;
using CsCheck;

namespace Flowstate.Host.Tests.Bombs;

/// <summary>Whatever is sent to what takes a form: an answer, and all of an import or nothing of it.</summary>
public sealed class OddFormTests(BombHost host) : IClassFixture<BombHost>
{
    private const int Forms = 1_500;
    private const long Room = 300L << 20;

    [Fact]
    public async Task Odd_forms_break_nothing_and_leave_nothing_half_written()
    {
        host.Uploads.ShouldNotBeEmpty();
        var before = host.Peak;
        var statuses = new ConcurrentDictionary<int, int>();

        await Gen.Select(Gen.Int[0, host.Uploads.Count - 1], OddForm.Any)
            .SampleAsync(
                async drawn =>
                {
                    var (operation, form) = (host.Uploads[drawn.Item1], drawn.Item2);
                    using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.Path)
                    {
                        Content = new ByteArrayContent(form.Body),
                    };
                    request.Content.Headers.TryAddWithoutValidation("Content-Type", form.ContentType);
                    var status = await Status(request);
                    statuses.AddOrUpdate(status, 1, (_, seen) => seen + 1);
                    status.ShouldBeLessThan(500, form.ToString());
                },
                iter: Forms,
                threads: 8
            );

        var kept = await host.Kept();
        kept.ShouldBe((statuses.GetValueOrDefault(201), 0));
        // Some are forms after all.
        kept.Imports.ShouldBeGreaterThan(Forms / 50);
        statuses.GetValueOrDefault(400).ShouldBeGreaterThan(Forms / 4);
        (host.Peak - before).ShouldBeLessThan(Room);
    }

    /// <summary>It may answer and hang up while the rest is still being sent, which a client cannot always hear; then it lives.</summary>
    private async Task<int> Status(HttpRequestMessage request)
    {
        try
        {
            using var answer = await host.Client.SendAsync(request);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException)
        {
            using var alive = await host.Client.GetAsync("/health/live");
            return alive.IsSuccessStatusCode ? 0 : 500;
        }
    }
}
