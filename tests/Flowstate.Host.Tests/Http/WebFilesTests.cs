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
}
