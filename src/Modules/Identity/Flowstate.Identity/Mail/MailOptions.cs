namespace Flowstate.Identity.Mail;

/// <summary>Section <c>Mail</c>. Without a host, mails are files in the data directory.</summary>
internal sealed class MailOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "Flowstate <flowstate@localhost>";

    /// <summary>Nothing is sent before the connection is encrypted. False for a server on this machine; port 465 is always TLS.</summary>
    public bool StartTls { get; set; } = true;
}
