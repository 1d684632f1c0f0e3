namespace Flowstate.Host.Tests.Http;

public sealed class WebFilesTests
{
    [Fact]
    public async Task Every_text_of_the_web_app_names_its_charset()
    {
        var folder = Directory.CreateTempSubdirectory("flowstate-web-").FullName;
        string[] texts = ["index.html", "app.js", "app.css", "mark.svg", "app.webmanifest", "words.json", "robots.txt"];
        foreach (var name in texts.Append("face.woff2"))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "ø");
        }

        await using var host = await RunningHost.Start($"--Web:Folder={folder}");
        using var client = host.Client();

        foreach (var address in texts.Append("").Append("contacts/7"))
        {
            using var answer = await client.GetAsync($"/{address}");
            (answer.Content.Headers.ContentType?.CharSet).ShouldBe("utf-8", address);
        }

        using var font = await client.GetAsync("/face.woff2");
        (font.Content.Headers.ContentType?.ToString()).ShouldBe("font/woff2");
    }

    [Fact]
    public async Task Scripts_and_styles_come_packed_and_answers_of_the_api_do_not()
    {
        var folder = Directory.CreateTempSubdirectory("flowstate-web-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<p>ø");
        await File.WriteAllTextAsync(Path.Combine(folder, "assets", "app.js"), new string('a', 20_000));
        await using var host = await RunningHost.Start($"--Web:Folder={folder}");
        using var client = host.Client();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        using var script = await client.GetAsync("/assets/app.js");
        using var answer = await client.GetAsync("/openapi/v1.json");

        script.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await script.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(1_000);
        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }
}
