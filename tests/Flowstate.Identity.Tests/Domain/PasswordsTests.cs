using Flowstate.Identity.Security;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Tests.Domain;

public sealed class PasswordsTests : IDisposable
{
    private readonly Passwords _passwords = new(Options.Create(new SignInOptions()));

    [Fact]
    public async Task Nothing_of_a_long_password_is_cut()
    {
        var ct = TestContext.Current.CancellationToken;
        var common = new string('x', 72);

        var hash = await _passwords.Hash($"{common}one", ct);

        (await _passwords.Verify($"{common}one", hash, ct)).ShouldBeTrue();
        (await _passwords.Verify($"{common}two", hash, ct)).ShouldBeFalse();
        (await _passwords.Verify(common, hash, ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_hash_is_salted_and_of_cost_twelve()
    {
        var ct = TestContext.Current.CancellationToken;

        var (one, other) = (await _passwords.Hash("blåbærsyltetøy", ct), await _passwords.Hash("blåbærsyltetøy", ct));

        one.ShouldNotBe(other);
        one.ShouldStartWith("$2a$12$");
        (await _passwords.Verify("blåbærsyltetøy", one, ct)).ShouldBeTrue();
        (await _passwords.Verify("blabærsyltetøy", one, ct)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("password", true)]
    [InlineData("PassWord1", true)]
    [InlineData("qwertyuiop", true)]
    [InlineData("a long walk by the sea", false)]
    [InlineData("demo-flowstate", false)]
    public void What_everybody_tries_first_is_refused(string password, bool refused) =>
        (CommonPasswords.Refuse(password)?.Code).ShouldBe(refused ? "identity.common-password" : null);

    [Fact]
    public async Task Nobodys_password_is_never_right()
    {
        (await _passwords.Verify("anything", null, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_line()
    {
        using var hurry = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var rush = Enumerable
            .Range(0, Environment.ProcessorCount + 4)
            .Select(_ => _passwords.Hash("a password", hurry.Token))
            .ToList();

        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(rush));

        rush.Count(one => one.IsCanceled).ShouldBeGreaterThan(0);
        (await _passwords.Hash("a password", TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
    }

    public void Dispose() => _passwords.Dispose();
}
