using Flowstate.Identity.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Flowstate.Identity.Mail;

/// <summary>The words of every mail about an account. Secrets go behind a #, which browsers keep from servers and logs.</summary>
internal sealed class Letters(IMailRoute route, IOptions<MailOptions> mail, IOptions<SignInOptions> signIn)
{
    public Task Verify(string to, string name, string secret, CancellationToken ct) =>
        Send(
            to,
            "Confirm your mail address",
            $"""
            Hello {name},

            open this link to finish signing up. It works once, within 24 hours:

            {Link("verify", secret)}

            If it was not you who signed up, do nothing: no account is made.
            """,
            ct
        );

    public Task AlreadyHere(string to, CancellationToken ct) =>
        Send(
            to,
            "You have an account already",
            $"""
            Somebody, probably you, signed up with this mail address. There is an account for it already.

            Sign in: {Page("sign-in")}
            Forgot the password: {Page("forgot-password")}

            If it was not you, there is nothing to do.
            """,
            ct
        );

    public Task ResetPassword(string to, string secret, CancellationToken ct) =>
        Send(
            to,
            "Choose a new password",
            $"""
            Somebody, probably you, asked for a new password. This link works once, within 30 minutes:

            {Link("reset-password", secret)}

            If it was not you, there is nothing to do: your password stays as it is.
            """,
            ct
        );

    public Task Invitation(string to, string by, string workspace, string secret, CancellationToken ct) =>
        Send(
            to,
            $"{by} invites you to {workspace}",
            $"""
            {by} invites you to work together in {workspace} on Flowstate. This link works once, within seven days:

            {Link("invitation", secret)}

            If you do not know {by}, there is nothing to do.
            """,
            ct
        );

    public Task SecondFactorReset(string to, string by, CancellationToken ct) =>
        Send(
            to,
            "Your second factor was removed",
            $"""
            {by} removed the authenticator app and the recovery codes of your account, and you were signed out
            everywhere. Your password alone is enough now. Sign in and set a new app up: {Page("sign-in")}

            If you did not ask for this, choose a new password at once: {Page("forgot-password")}
            """,
            ct
        );

    private Task Send(string to, string subject, string text, CancellationToken ct)
    {
        var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(mail.Value.From));
        message.To.Add(new MailboxAddress("", to));
        message.Subject = OneLine(subject);
        message.Body = new TextPart("plain") { Text = text };
        return route.Send(message, ct);
    }

    // Names of people and workspaces go into it: no line of a header may be theirs.
    private static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private string Link(string page, string secret) => $"{Page(page)}#{secret}";

    private string Page(string page) => $"{signIn.Value.WebAddress.TrimEnd('/')}/{page}";
}
