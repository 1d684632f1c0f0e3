using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Flowstate.Testing;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Flowstate.Identity.Tests.Features;

/// <summary>A key's secret is in one answer, and then nowhere.</summary>
public sealed class ApiKeySecrecyTests : IdentityTest
{
    private readonly Memory _log = new();

    public override async ValueTask InitializeAsync() =>
        Host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Services.AddSerilog(log => log.MinimumLevel.Verbose().WriteTo.Sink(_log))
        );

    [Fact]
    public async Task Its_secret_is_not_listed_not_logged_not_audited_and_not_kept()
    {
        var owner = await Owner();
        var (id, secret) = await owner.NewKey();
        var program = Programs.Program(Host.Address, secret);
        await program.Get("members").Json();
        await owner.Delete($"api-keys/{id}");
        await program.Refused("identity.key-revoked");

        var told = secret[13..];
        (
            await (await owner.Get("api-keys")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        ).ShouldNotContain(told);
        _log.Text.ShouldContain("/api/v1/identity/api-keys");
        _log.Text.ShouldNotContain(told);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        (await Host.Scalar<string>("select encode(hash, 'hex') from identity.api_keys")).ShouldBe(hash);
        (await Host.Scalar<string>("select row_to_json(k)::text from identity.api_keys k")).ShouldNotContain(told);
        var audit = await Host.Scalar<string>(
            "select string_agg(action || ' ' || changes::text, '; ' order by position) from identity.audit where subject = 'api_keys'"
        );
        audit.ShouldStartWith("insert ");
        audit.ShouldContain("update ");
        audit.ShouldContain("revoked_at");
        audit.ShouldNotContain(told);
        audit.ShouldNotContain(hash);
        audit.ShouldNotContain("last_used_at");
    }

    private sealed class Memory : ILogEventSink
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public string Text => string.Join('\n', _lines);

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter();
            new CompactJsonFormatter().Format(logEvent, line);
            _lines.Enqueue(line.ToString());
        }
    }
}
