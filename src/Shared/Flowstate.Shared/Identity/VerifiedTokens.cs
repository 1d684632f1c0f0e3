using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Flowstate.Shared.Identity;

/// <summary>
/// Remembers a token that was verified until it ends: the same one comes with every request for a quarter of an hour, and
/// checking ES256 costs a third of what a page of contacts does. Whether its session still lives is asked each time.
/// </summary>
internal sealed class VerifiedTokens : JsonWebTokenHandler, IDisposable
{
    private const int Most = 5_000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token,
        TokenValidationParameters validationParameters
    )
    {
        if (_known.TryGetValue(token, out TokenValidationResult? known))
        {
            return known!;
        }

        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
        {
            var ends = new DateTimeOffset(result.SecurityToken.ValidTo);
            _known.Set(token, result, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = ends });
        }

        return result;
    }

    public void Dispose() => _known.Dispose();
}
