using System.Security.Cryptography;
using Flowstate.Testing;

namespace Flowstate.System.Tests;

/// <summary>Where the modules run, and how to reach each: the journeys do not know the difference.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    public const string Monolith = "Monolith";
    public const string Split = "Split";

    private readonly string _folder = Directory.CreateTempSubdirectory("flowstate-system-").FullName;
    private RedisServer? _redis;

    /// <summary>The process that holds the contacts, and the one that holds the rest; the same in the monolith.</summary>
    public ServiceProcess Contacts { get; private set; } = null!;

    public ServiceProcess Rest { get; private set; } = null!;

    public static async Task<Deployment> Start(string kind)
    {
        var deployment = new Deployment();
        try
        {
            await (kind == Split ? deployment.StartSplit() : deployment.StartMonolith());
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>The service that answers for a module.</summary>
    public Uri AddressOf(string module) => (module == "contacts" ? Contacts : Rest).Address;

    public string Output() => $"{Contacts.Output()}\n{Rest.Output()}";

    public async ValueTask DisposeAsync()
    {
        foreach (var started in new IAsyncDisposable?[] { Contacts, Rest, _redis })
        {
            await (started?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartMonolith() =>
        Contacts = Rest = await ServiceProcess.Start(
            "Flowstate.Host",
            $"--ConnectionStrings:Flowstate={await NewDatabase()}",
            $"--Flowstate:DataDirectory={_folder}",
            $"--Auth:SigningKeyFile={(await WriteKeys()).Signing}",
            $"--Secrets:Keys:k1={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}"
        );

    // Two services with a database each: nothing joins them but the streams and the public half of a key.
    private async Task StartSplit()
    {
        _redis = await RedisServer.Start();
        var (signing, verifying) = await WriteKeys();
        string[] both = [$"--ConnectionStrings:Redis={_redis.ConnectionString}", "--Messaging:Transport=RedisStream"];
        string[] permissions = ["read", "write", "import", "force-move", "replay"];
        Contacts = await ServiceProcess.Start(
            "Flowstate.ContactsService",
            [
                .. both,
                $"--ConnectionStrings:Flowstate={await NewDatabase()}",
                $"--Flowstate:DataDirectory={Path.Combine(_folder, "contacts")}",
                $"--Auth:PublicKeyFile={verifying}",
            ]
        );
        Rest = await ServiceProcess.Start(
            "Flowstate.RestOfFlowstate",
            [
                .. both,
                $"--ConnectionStrings:Flowstate={await NewDatabase()}",
                $"--Flowstate:DataDirectory={Path.Combine(_folder, "rest")}",
                $"--Auth:SigningKeyFile={signing}",
                .. permissions.Select((name, index) => $"--Identity:PermissionsElsewhere:{index}=contacts.{name}"),
            ]
        );
    }

    private async Task<(string Signing, string Verifying)> WriteKeys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (signing, verifying) = (Path.Combine(_folder, "signing.pem"), Path.Combine(_folder, "verifying.pem"));
        await File.WriteAllTextAsync(signing, key.ExportECPrivateKeyPem());
        await File.WriteAllTextAsync(verifying, key.ExportSubjectPublicKeyInfoPem());
        return (signing, verifying);
    }

    private static async Task<string> NewDatabase() =>
        await (await PostgresServer.Shared()).CreateDatabase($"s_{Guid.CreateVersion7():N}");
}
