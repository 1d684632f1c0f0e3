using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Flowstate.Identity.Mail;

/// <summary>Through the operator's mail server.</summary>
internal sealed class SmtpRoute(IOptions<MailOptions> options) : IMailRoute
{
    private const int ImplicitTls = 465;

    public async Task Send(MimeMessage mail, CancellationToken ct)
    {
        var settings = options.Value;
        using var client = new SmtpClient();
        var security =
            settings.Port == ImplicitTls ? SecureSocketOptions.SslOnConnect
            : settings.StartTls ? SecureSocketOptions.StartTls
            : SecureSocketOptions.None;
        await client.ConnectAsync(settings.Host!, settings.Port, security, ct);
        if (!string.IsNullOrEmpty(settings.User))
        {
            await client.AuthenticateAsync(settings.User, settings.Password ?? "", ct);
        }

        await client.SendAsync(mail, ct);
        await client.DisconnectAsync(quit: true, ct);
    }
}
