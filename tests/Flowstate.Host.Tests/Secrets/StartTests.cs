namespace Flowstate.Host.Tests.Secrets;

/// <summary>In Production nothing starts on a secret that is missing or known.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("--ConnectionStrings:Flowstate=Host=127.0.0.1;Username=flowstate", "ConnectionStrings:Flowstate needs")]
    [InlineData(
        "--ConnectionStrings:Flowstate=Host=127.0.0.1;Username=x;Password=postgres",
        "ConnectionStrings:Flowstate needs"
    )]
    [InlineData(
        "--ConnectionStrings:Flowstate=Host=127.0.0.1;Username=x;Password=changeme123!",
        "ConnectionStrings:Flowstate needs"
    )]
    [InlineData(
        "--ConnectionStrings:Contacts=Host=127.0.0.1;Username=x;Password=flowstate_pass",
        "ConnectionStrings:Contacts needs"
    )]
    [InlineData("--Secrets:Keys:k1=", "Secrets: key 'k1' is not 32 random bytes")]
    [InlineData("--Secrets:Keys:k1=c2hvcnQ=", "Secrets: key 'k1' is not 32 random bytes")]
    [InlineData("--Secrets:CurrentKey=k9", "there is no key 'k9'")]
    [InlineData("--Auth:SigningKeyFile=/nowhere/signing.pem", "does not exist")]
    public async Task It_says_what_is_wrong(string setting, string expected)
    {
        var (code, output) = await RunningHost.Refused(setting);

        code.ShouldNotBe(0);
        output.ShouldContain(expected);
    }

    [Fact]
    public async Task Nothing_that_is_missing_is_left_out()
    {
        var output = await RunningHost.Bare("Production");

        output.ShouldContain("Flowstate does not start in Production");
        output.ShouldContain("Secrets:KeyFile or Secrets:Keys:<id> is not set");
        output.ShouldContain("Auth:SigningKeyFile is not set");
    }

    [Fact]
    public async Task Elsewhere_they_are_made() =>
        (await RunningHost.Bare("Development")).ShouldContain("Flowstate is ready");
}
