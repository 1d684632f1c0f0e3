using Flowstate.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Flowstate.Identity.Tests;

/// <summary>The mails that a host without a mail server wrote down. Tests share the folder: each has its own address.</summary>
internal static class LetterBox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static string NewAddress(string name = "mira") => $"{name}-{Guid.CreateVersion7():N}@nordlys.example";

    public static IReadOnlyList<MimeMessage> Of(ModuleHarness<IdentityModule> host, string address)
    {
        var data = host.Services.GetRequiredService<IConfiguration>()["Flowstate:DataDirectory"]!;
        var folder = Directory.CreateDirectory(Path.Combine(data, "mail"));
        return
        [
            .. folder
                .GetFiles("*.eml")
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Where(file => file.Length > 0)
                .Select(file => Read(file.FullName))
                .OfType<MimeMessage>()
                .Where(mail => mail.To.Mailboxes.Any(mailbox => mailbox.Address == address)),
        ];
    }

    /// <summary>Waits for the mail of this number, the first being 1.</summary>
    public static async Task<MimeMessage> Wait(ModuleHarness<IdentityModule> host, string address, int number = 1)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (Of(host, address) is { } mails && mails.Count >= number)
            {
                return mails[number - 1];
            }

            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>What stands behind the # of the mail's link.</summary>
    public static string SecretIn(MimeMessage mail) =>
        mail.TextBody!.Split('\n').Single(line => line.Contains('#', StringComparison.Ordinal)).Trim().Split('#')[1];

    // Another test's mail may be half written.
    private static MimeMessage? Read(string file)
    {
        try
        {
            return MimeMessage.Load(file);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
