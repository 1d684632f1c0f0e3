using System.Globalization;
using Flowstate.Shared.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Flowstate.Identity.Mail;

/// <summary>Where no mail server is configured: a file per mail, for the one who runs this to open and pass on.</summary>
internal sealed class FolderRoute(IConfiguration configuration, TimeProvider clock, ILogger<FolderRoute> log)
    : IMailRoute
{
    public async Task Send(MimeMessage mail, CancellationToken ct)
    {
        var folder = Path.Combine(KeyFile.Folder(configuration), "mail");
        // The links in them let somebody in: for this user's eyes only.
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, $"{stamp}-{Guid.CreateVersion7():N}.eml");
        // Whole or not there: whoever watches the folder reads no half of a mail.
        await mail.WriteToAsync($"{file}.part", ct);
        File.Move($"{file}.part", file);
        log.LogInformation("No Mail:Host is configured, so a mail was written to {File}", file);
    }
}
