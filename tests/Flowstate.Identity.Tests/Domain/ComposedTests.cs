using Flowstate.Identity.Security;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Tests.Domain;

public sealed class ComposedTests
{
    // What another implementation of Unicode's NFC answers.
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u0061\u030A", "\u00E5")]
    [InlineData("\u0041\u0308\u0304", "\u01DE")]
    [InlineData("\u0065\u0323\u0302", "\u1EC7")]
    [InlineData("\u0065\u0302\u0323", "\u1EC7")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\u0071\u0307\u0323", "\u0071\u0323\u0307")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("\u0061\u0315\u0300\u05AE\u0062", "\u00E0\u05AE\u0315\u0062")]
    [InlineData("\u0327\u0063\u0327", "\u0327\u00E7")]
    [InlineData("\u0061\u0302\u0302", "\u00E2\u0302")]
    [InlineData("\u1E0A\u0323", "\u1E0C\u0307")]
    [InlineData("\u0301\u1100\u05B8\u0065", "\u0301\u1100\u05B8\u0065")]
    [InlineData("\u1E69\u0041", "\u1E69\u0041")]
    [InlineData("\u03B1\u0065\u00E5\u0308", "\u03B1\u0065\u00E5\u0308")]
    [InlineData("\u006F\u1161", "\u006F\u1161")]
    [InlineData("\u006F\u0323\u006F\u1E69\u1161", "\u1ECD\u006F\u1E69\u1161")]
    [InlineData("\u03B1\u0041", "\u03B1\u0041")]
    [InlineData("\u05B8\u05B8\u03B1", "\u05B8\u05B8\u03B1")]
    [InlineData("\u03B1\u03B1", "\u03B1\u03B1")]
    [InlineData("\u0065\u0323\u0065\u1E69\u0301", "\u1EB9\u0065\u1E69\u0301")]
    [InlineData("\u1161\u0301\u1E69\u0041", "\u1161\u0301\u1E69\u0041")]
    [InlineData("\u030A\u1E69\u0302\u0041\u03B1\u03B1", "\u030A\u1E69\u0302\u0041\u03B1\u03B1")]
    [InlineData("\u0345\u0041\u1E69", "\u0345\u0041\u1E69")]
    [InlineData("\u03B1\u0065", "\u03B1\u0065")]
    [InlineData("\u0308\uAC00\u1E69\u1161\u0304\u11A8", "\u0308\uAC00\u1E69\u1161\u0304\u11A8")]
    [InlineData("\u11A8\u0345\u030A\u0323\u0302\u0323", "\u11A8\u0323\u0323\u030A\u0302\u0345")]
    [InlineData("\u03B1\u030A", "\u03B1\u030A")]
    [InlineData("\uAC00\u0304\u11A8\u030A\u05D0\u006F", "\uAC00\u0304\u11A8\u030A\u05D0\u006F")]
    [InlineData("\u00E5\u1161", "\u00E5\u1161")]
    [InlineData("\u0304\u0301\uAC00", "\u0304\u0301\uAC00")]
    [InlineData("\u0065\u006F\u1E69\u03B1\u0304", "\u0065\u006F\u1E69\u1FB1")]
    [InlineData("\u0345\u05D0\uAC00\u03B1", "\u0345\u05D0\uAC00\u03B1")]
    [InlineData("\u006F\u006F\u0327\uAC00\u006F", "\u006F\u006F\u0327\uAC00\u006F")]
    [InlineData("\u030A\u05B8", "\u05B8\u030A")]
    [InlineData("\u11A8\u030A\u1100\u0345\u0061\u11A8", "\u11A8\u030A\u1100\u0345\u0061\u11A8")]
    [InlineData("\u0302\u05D0\u0041\uAC00", "\u0302\u05D0\u0041\uAC00")]
    public void Letters_and_their_marks_become_one(string typed, string composed)
    {
        Composed.Of(typed).ShouldBe(composed);
        Composed.Of(composed).ShouldBe(composed);
    }

    [Fact]
    public async Task A_password_is_the_same_however_the_keyboard_writes_its_accents()
    {
        using var passwords = new Passwords(Options.Create(new SignInOptions { BcryptCost = 10 }));
        var ct = TestContext.Current.CancellationToken;

        var hash = await passwords.Hash("sma\u030Abyen by the sea", ct);

        (await passwords.Verify("sm\u00E5byen by the sea", hash, ct)).ShouldBeTrue();
        (await passwords.Verify("smabyen by the sea", hash, ct)).ShouldBeFalse();
    }
}
