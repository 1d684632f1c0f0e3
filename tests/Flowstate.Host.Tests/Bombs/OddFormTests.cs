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
                    using var answer = await host.Client.SendAsync(request);
                    statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, seen) => seen + 1);
                    ((int)answer.StatusCode).ShouldBeLessThan(500, form.ToString());
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
}
