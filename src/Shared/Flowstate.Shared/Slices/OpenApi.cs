using System.Text.Json.Serialization.Metadata;
using Flowstate.Shared.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Shared.Slices;

public static class OpenApi
{
    public const string Document = "v1";

    /// <summary>
    /// Every slice nests a <c>Request</c> and a <c>Response</c>; without the declaring type's name they would collapse
    /// into one schema. The permission an operation requires is written into its description.
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
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        if (
                            context
                                .Description.ActionDescriptor.EndpointMetadata.OfType<RequiredPermission>()
                                .LastOrDefault() is
                            { } permission
                        )
                        {
                            operation.Description = $"Requires {permission.Name}.";
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
