using System.Text.Json.Serialization.Metadata;
using Flowstate.Shared.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Flowstate.Shared.Slices;

public static class OpenApi
{
    public const string Document = "v1";

    private const string Bearer = "bearer";

    /// <summary>
    /// Every slice nests a <c>Request</c> and a <c>Response</c>; without the declaring type's name they would collapse
    /// into one schema. Each operation says whether it wants a token, and which permission.
    /// </summary>
    public static IServiceCollection AddFlowstateOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(
            Document,
            options =>
            {
                options.CreateSchemaReferenceId = NameOf;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new() { Title = "Flowstate", Version = Document };
                        // The host's address is not part of the contract, and would make the client drift.
                        document.Servers = [];
                        document.Components ??= new();
                        document.AddComponent<IOpenApiSecurityScheme>(
                            Bearer,
                            new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer }
                        );
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
                        if (metadata.OfType<RequiredPermission>().LastOrDefault() is { } permission)
                        {
                            operation.Description = $"Requires {permission.Name}.";
                        }

                        if (!metadata.OfType<IAllowAnonymous>().Any())
                        {
                            var scheme = new OpenApiSecuritySchemeReference(Bearer, context.Document);
                            operation.Security = [new() { [scheme] = [] }];
                        }

                        return Task.CompletedTask;
                    }
                );
            }
        );

    private static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } plain
            ? type.Type.IsGenericType
                ? GenericName(type.Type)
                : type.Type.DeclaringType is { } slice
                    ? $"{slice.Name}{plain}"
                    : plain
            : null;

    private static string GenericName(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Join("And", type.GetGenericArguments().Select(GenericName))}"
        : type.IsArray ? $"{GenericName(type.GetElementType()!)}Array"
        : type.DeclaringType is { } slice ? $"{slice.Name}{type.Name}"
        : type.Name;
}
