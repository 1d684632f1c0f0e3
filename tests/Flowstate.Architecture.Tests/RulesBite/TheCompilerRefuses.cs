using System.Diagnostics;

namespace Flowstate.Architecture.Tests.RulesBite;

/// <summary>The boundary is a compile error first: real builds of two modules of one file each, under our own build files.</summary>
public sealed class TheCompilerRefuses : IDisposable
{
    private static readonly string[] OurBuild =
    [
        "Directory.Build.props",
        "Directory.Packages.props",
        "BannedSymbols.txt",
        ".editorconfig",
        "global.json",
        "src/Modules/.editorconfig",
        "src/Modules/BannedSymbols.Modules.txt",
        "src/Modules/Directory.Build.props",
        "src/Modules/Directory.Build.targets",
    ];

    private const string Empty = """<Project Sdk="Microsoft.NET.Sdk" />""";
    private const string Alpha = "src/Modules/Alpha/Flowstate.Alpha";
    private readonly string _root = Directory.CreateTempSubdirectory("flowstate-build-").FullName;

    [Fact]
    public async Task A_public_type_and_a_foreign_runtime()
    {
        foreach (var file in OurBuild)
        {
            Write(
                file,
                await File.ReadAllTextAsync(
                    Path.Combine(Codebase.Flowstate.Root, file),
                    TestContext.Current.CancellationToken
                )
            );
        }

        foreach (var project in new[] { "Shared/Flowstate.Abstractions", "Shared/Flowstate.Shared" })
        {
            Write($"src/{project}/{Path.GetFileName(project)}.csproj", Empty);
        }

        foreach (var module in new[] { "Alpha", "Beta" })
        {
            var folder = $"src/Modules/{module}";
            Write($"{folder}/Flowstate.{module}.Events/Flowstate.{module}.Events.csproj", Empty);
            Write($"{folder}/Flowstate.{module}/Flowstate.{module}.csproj", Empty);
            Write(
                $"{folder}/Flowstate.{module}/{module}Module.cs",
                $"namespace Flowstate.{module};\n\npublic sealed class {module}Module;\n"
            );
        }

        var (sound, said) = await Build();
        sound.ShouldBe(0, said);

        Write($"{Alpha}/Stray.cs", "namespace Flowstate.Alpha;\n\npublic sealed class Stray;\n");
        var (stray, aboutStray) = await Build();
        stray.ShouldNotBe(0);
        aboutStray.ShouldContain("Stray.cs(3,21): error CA1515");

        Write(
            $"{Alpha}/Stray.cs",
            "using System.Net.Http;\n\nnamespace Flowstate.Alpha;\n\ninternal static class Call\n{\n    public static HttpClient New() => new();\n}\n"
        );
        var (calling, aboutCalling) = await Build();
        calling.ShouldNotBe(0);
        aboutCalling.ShouldContain("error RS0030: The symbol 'HttpClient.HttpClient()' is banned");

        File.Delete(Path.Combine(_root, $"{Alpha}/Stray.cs"));
        Write(
            $"{Alpha}/Flowstate.Alpha.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup><ProjectReference Include="../../Beta/Flowstate.Beta/Flowstate.Beta.csproj" /></ItemGroup>
            </Project>
            """
        );
        var (foreign, aboutForeign) = await Build();
        foreign.ShouldNotBe(0);
        aboutForeign.ShouldContain("error FLOW001: Flowstate.Alpha references Flowstate.Beta");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<(int Code, string Said)> Build()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "build",
                $"{Alpha}/Flowstate.Alpha.csproj",
                "-nologo",
                "-v:q",
                "-m:1",
                // No servers that outlive the test.
                "-nodeReuse:false",
                "-p:UseSharedCompilation=false",
            },
        };
        // What the build that runs us has set would point this one at the wrong SDK folders.
        foreach (var name in start.Environment.Keys.Where(IsOfMsBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, await output + await errors);
    }

    private static bool IsOfMsBuild(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
}
