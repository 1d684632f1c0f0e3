using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Flowstate.Testing;

namespace Flowstate.Host.Tests;

/// <summary>The whole product in a process of its own, on a database of its own, as an operator starts it.</summary>
internal sealed partial class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningHost(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _address.TrySetResult(null);
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>The owner's connection.</summary>
    public string Database { get; private init; } = "";

    /// <summary>Where the key lies that it signs with.</summary>
    public string SigningKeyFile { get; private init; } = "";

    /// <summary>Where it writes its mails.</summary>
    public string MailFolder { get; private init; } = "";

    public bool HasListened => _address.Task is { IsCompletedSuccessfully: true, Result: not null };

    /// <summary>The most memory it ever held, in bytes.</summary>
    public long Peak
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>All it wrote.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Keeps no cookies: one browser's second sign-in ends its first.</summary>
    public HttpClient Client() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    public static async Task<RunningHost> Start(params string[] settings) => await Listening(await Launch(settings));

    /// <summary>The same over the demo's team and contacts.</summary>
    public static async Task<RunningHost> StartWithDemo(params string[] settings)
    {
        var place = await Where();
        var keys = await Keys();
        await using (var demo = Run(["demo", .. place.Settings, .. keys.Settings]))
        {
            await demo._process.WaitForExitAsync();
            demo._process.ExitCode.ShouldBe(0, demo._output.ToString());
        }

        return await Listening(Run([.. place.Settings, .. keys.Settings, .. settings], place, keys.SigningKeyFile));
    }

    /// <summary>Starts it where it has to refuse.</summary>
    /// <returns>Its exit code and all it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> Refused(params string[] settings)
    {
        await using var host = await Launch(settings);
        return (await host.Ended()).ShouldNotBeNull("it started");
    }

    /// <summary>Waits until it listens or has ended.</summary>
    /// <returns>Null where it listens.</returns>
    public async Task<(int ExitCode, string Output)?> Ended()
    {
        if (await _address.Task.WaitAsync(Patience) is { } address)
        {
            Address = address;
            return null;
        }

        await _process.WaitForExitAsync();
        return (_process.ExitCode, Output);
    }

    /// <summary>Without a warning, as a machine would that loses its power.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }

    /// <summary>Starts it with a database and nothing else, and ends it when it listens or gave up.</summary>
    /// <returns>All it wrote.</returns>
    public static async Task<string> Bare(string environment)
    {
        await using var host = Run([.. (await Where()).Settings, $"--environment={environment}"]);
        await host._address.Task.WaitAsync(Patience);
        return host.Output;
    }

    private static async Task<RunningHost> Listening(RunningHost host) =>
        await host.Ended() is { } end
            ? throw new InvalidOperationException($"The host did not start: {end.Output}")
            : host;

    /// <summary>Starts it and does not wait.</summary>
    public static async Task<RunningHost> Launch(params string[] settings)
    {
        var (place, keys) = (await Where(), await Keys());
        return Run([.. place.Settings, .. keys.Settings, .. settings], place, keys.SigningKeyFile);
    }

    private static async Task<(string SigningKeyFile, string[] Settings)> Keys()
    {
        var signing = Path.Combine(Directory.CreateTempSubdirectory("flowstate-key-").FullName, "signing.pem");
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(signing, ecdsa.ExportECPrivateKeyPem());
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        return (signing, [$"--Auth:SigningKeyFile={signing}", $"--Secrets:Keys:k1={key}"]);
    }

    private static async Task<(string Database, string Data, string[] Settings)> Where()
    {
        var server = await PostgresServer.Shared();
        var connection = await server.CreateDatabase($"h_{Guid.CreateVersion7():N}");
        var data = Directory.CreateTempSubdirectory("flowstate-host-").FullName;
        return (connection, data, [$"--ConnectionStrings:Flowstate={connection}", $"--Flowstate:DataDirectory={data}"]);
    }

    /// <param name="settings">A verb comes first.</param>
    private static RunningHost Run(
        string[] settings,
        (string Database, string Data, string[] Settings) place = default,
        string signingKeyFile = ""
    )
    {
        string[] line = [Path.Combine(AppContext.BaseDirectory, "Flowstate.Host.dll"), .. settings];
        var command = new ProcessStartInfo("dotnet", [.. line, "--urls=http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true", ["Identity__BcryptCost"] = "10" },
        };
        return new RunningHost(Process.Start(command)!)
        {
            Database = place.Database ?? "",
            SigningKeyFile = signingKeyFile,
            MailFolder = Path.Combine(place.Data ?? "", "mail"),
        };
    }

    private void Hear(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is not null && Ready().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex("is ready at (?<address>http://127.0.0.1:[0-9]+)", RegexOptions.None, 1000)]
    private static partial Regex Ready();
}
