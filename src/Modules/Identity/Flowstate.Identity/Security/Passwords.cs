using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Flowstate.Shared.Telemetry;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

/// <summary>
/// bcrypt, at cost 12 about 250 ms of one core. Half the cores may do it at a time; the rest wait in line without
/// holding a thread, so that a rush of sign-ins does not slow anybody who is signed in.
/// </summary>
internal sealed class Passwords(IOptions<SignInOptions> options) : IDisposable
{
    public const int MinimumLength = 8;
    public const int MaximumLength = 1024;

    /// <summary>What may be typed where one is asked for: more than any can have, and no more than has to be read.</summary>
    public const int LongestTyped = 4096;

    // bcrypt cuts its input here without a word.
    private const int BcryptReads = 72;

    private readonly int _cost = Math.Clamp(options.Value.BcryptCost, SignInOptions.LowestBcryptCost, 16);

    // The hash of a random password that nobody keeps: an unknown address costs what a wrong password costs.
    private string? _decoy;

    private static readonly Counter<long> Work = FlowstateTelemetry.Meter.CreateCounter<long>(
        "flowstate.identity.password_hashes",
        description: "bcrypt runs, for new passwords and for checks"
    );

    private readonly SemaphoreSlim _room = new(Math.Max(1, Environment.ProcessorCount / 2));

    public Task<string> Hash(string password, CancellationToken ct) =>
        Run(() => BCrypt.Net.BCrypt.HashPassword(Input(password), _cost), ct);

    /// <summary>
    /// False for a wrong password and, after the same work, for nobody's (a null hash) and for one longer than any can be.
    /// </summary>
    public Task<bool> Verify(string password, string? hash, CancellationToken ct)
    {
        // Putting a megabyte of accents in order would take minutes.
        var possible = password.Length <= MaximumLength;
        return Run(
            () =>
                BCrypt.Net.BCrypt.Verify(possible ? Input(password) : "", hash ?? Decoy())
                && possible
                && hash is not null,
            ct
        );
    }

    /// <summary>True for a hash made when less work was asked for; only whoever signs in can make the better one.</summary>
    public bool IsWeak(string hash) => BCrypt.Net.BCrypt.PasswordNeedsRehash(hash, _cost);

    public void Dispose() => _room.Dispose();

    private async Task<T> Run<T>(Func<T> work, CancellationToken ct)
    {
        await _room.WaitAsync(ct);
        try
        {
            Work.Add(1);
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            _room.Release();
        }
    }

    private string Decoy() =>
        LazyInitializer.EnsureInitialized(
            ref _decoy,
            () => BCrypt.Net.BCrypt.HashPassword(Guid.CreateVersion7().ToString(), _cost)
        );

    private static string Input(string typed)
    {
        var password = Composed.Of(typed);
        var bytes = Encoding.UTF8.GetBytes(password);
        return bytes.Length <= BcryptReads ? password : Convert.ToBase64String(SHA384.HashData(bytes));
    }
}
