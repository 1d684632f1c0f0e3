using System.Reflection;
using Carter;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Messaging.Transports;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Shared.Modules;

/// <summary>Loads modules: everything that is the same for each of them is wired here, once.</summary>
public static class ModuleHost
{
    public static IHostApplicationBuilder AddModules(
        this IHostApplicationBuilder builder,
        IReadOnlyList<IModule> modules
    )
    {
        var services = builder.Services;
        services.AddSingleton(modules);
        services.AddSingleton(new PermissionCatalog([.. modules.SelectMany(module => module.Permissions)]));
        services.AddSingleton<OutboxInterceptor>().AddSingleton<WorkspaceWall>();
        services.AddHostedService<MessagingHealth>();
        services.AddSingleton(AuditKey.Load(builder.Configuration)).AddHostedService<AuditSealer>();
        services.Configure<MessagingOptions>(builder.Configuration.GetSection("Messaging"));
        if (builder.Configuration["Messaging:Transport"] == "RedisStream")
        {
            services.AddSingleton<IEventTransport, RedisStreamTransport>();
        }
        else
        {
            services.AddSingleton<IEventTransport, InProcessTransport>();
        }

        AddSlices(services, [.. modules.Select(module => module.GetType().Assembly)]);
        foreach (var module in modules)
        {
            module.Add(new ModuleBuilder(module, services, builder.Configuration));
        }

        return builder;
    }

    /// <summary>Maps every slice under <c>/api/v1/&lt;module&gt;</c>, and what the platform itself answers.</summary>
    public static WebApplication MapModules(this WebApplication app)
    {
        foreach (var module in app.Services.GetRequiredService<IReadOnlyList<IModule>>())
        {
            var group = app.MapGroup($"/api/v1/{module.Name}").WithTags(module.Name);
            foreach (var endpoint in Concrete<ICarterModule>(module.GetType().Assembly))
            {
                ((ICarterModule)ActivatorUtilities.CreateInstance(app.Services, endpoint)).AddRoutes(group);
            }
        }

        GetKeys.Map(app);
        GetTask.Map(app);
        DeadLetters.Map(app);
        ListAudit.Map(app);
        ExportAudit.Map(app);
        return app;
    }

    private static void AddSlices(IServiceCollection services, Assembly[] assemblies)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TracingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(RefusalBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehavior<,>));
        services.AddHttpContextAccessor();
        services.AddValidatorsFromAssemblies(assemblies, ServiceLifetime.Singleton, includeInternalTypes: true);
        services.Scan(scan =>
            scan.FromAssemblies(assemblies)
                .AddClasses(types => types.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
                .AsImplementedInterfaces()
                .WithScopedLifetime()
                .AddClasses(types => types.AssignableTo<IDemoData>(), publicOnly: false)
                .As<IDemoData>()
                .WithScopedLifetime()
                .AddClasses(types => types.AssignableTo<IRecurringJob>(), publicOnly: false)
                .AsSelfWithInterfaces()
                .WithScopedLifetime()
        );
        services.AddScoped<IRecurringJob, ForgetOldAnswers>();
    }

    private static IEnumerable<Type> Concrete<T>(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
