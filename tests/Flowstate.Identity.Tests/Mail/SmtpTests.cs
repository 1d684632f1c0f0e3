using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Flowstate.Identity.Tests.Mail;

public sealed class SmtpTests
{
    [Fact]
    public async Task With_a_mail_server_configured_mails_go_there()
    {
        using var stop = new CancellationTokenSource();
        var inbox = new Inbox();
        var port = FreePort();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(inbox);
        var server = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder().ServerName("localhost").Port(port).Build(),
            services
        );
        var running = server.StartAsync(stop.Token);
        await using var host = await ModuleHarness<IdentityModule>.Start(builder =>
        {
            builder.Services.Configure<Identity.Mail.MailOptions>(mail =>
                (mail.Host, mail.Port, mail.StartTls) = ("127.0.0.1", port, false)
            );
            builder.Services.AddSingleton<Identity.Mail.IMailRoute, Identity.Mail.SmtpRoute>();
        });
        await new Visitor(host.Address).Post("setup", IdentityTest.Setup).Json(HttpStatusCode.Created);

        await new Visitor(host.Address)
            .Post("password/forgot", new { email = IdentityTest.Email })
            .Json(HttpStatusCode.Accepted);

        var mail = await inbox.First();
        mail.Subject.ShouldBe("Choose a new password");
        mail.To.ToString().ShouldContain(IdentityTest.Email);
        mail.From.ToString().ShouldContain("flowstate@localhost");
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Inbox : MessageStore
    {
        private readonly ConcurrentQueue<MimeMessage> _mails = new();

        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var stream = new MemoryStream(buffer.ToArray());
            _mails.Enqueue(MimeMessage.Load(stream, cancellationToken));
            return Task.FromResult(SmtpResponse.Ok);
        }

        public async Task<MimeMessage> First()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            MimeMessage? mail;
            while (!_mails.TryPeek(out mail))
            {
                await Task.Delay(50, limit.Token);
            }

            return mail;
        }
    }
}
