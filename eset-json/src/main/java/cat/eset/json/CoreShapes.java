package cat.eset.json;

import cat.eset.core.decree.BookEvent;
import cat.eset.core.decree.DecreeEvent;
import cat.eset.core.diligence.DiligenceEvent;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.notification.NotificationEvent;
import cat.eset.core.notification.PaperEvent;
import cat.eset.core.publication.PublicationEvent;
import cat.eset.core.registry.ExchangeEvent;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.task.TaskEvent;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says about the core's types what annotations would say, since the core knows no JSON. A sealed type is a choice: its alternatives carry
 * their name. Events are not one sealed type, because each aggregate has its own.
 */
final class CoreShapes extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    private static final String OURS = "cat.eset.core.";

    /** Questions of a record ("isPublicBody") are computed; its components never have such names. */
    private static final Pattern QUESTION = Pattern.compile("(?:is|get|has)[A-Z].*");

    private static final String TYPE = "type";
    private static final String KIND = "kind";

    /** Every family of events, so that an event can be read without knowing whose it is. */
    static final List<Class<? extends Event>> EVENTS = List.of(
            RegistryEvent.class,
            ExpedientEvent.class,
            DocumentEvent.class,
            DiligenceEvent.class,
            TaskEvent.class,
            DecreeEvent.class,
            BookEvent.class,
            NotificationEvent.class,
            PaperEvent.class,
            ExchangeEvent.class,
            PublicationEvent.class);

    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }

    @Override
    public Version version() {
        return new Version(EsetModule.SHAPES, 0, 0, null, "cat.eset", "eset-json");
    }

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
        return member instanceof AnnotatedMethod method
                && isOurs(method.getDeclaringClass())
                && QUESTION.matcher(method.getName()).matches();
    }

    @Override
    public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
        return isOurMember(annotated)
                ? JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS)
                : JsonInclude.Value.empty();
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return isOurMember(annotated) && isCollection(annotated)
                ? JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)
                : JsonSetter.Value.empty();
    }

    @Override
    public JsonFormat.@Nullable Value findFormat(Annotated annotated) {
        // ISO texts whatever the mapper does with the times of other types.
        return isOurMember(annotated) && isTime(annotated.getType())
                ? JsonFormat.Value.forShape(JsonFormat.Shape.STRING)
                : null;
    }

    /** A time, or what holds times: an optional one, a list of them. */
    private static boolean isTime(JavaType type) {
        JavaType content = type.getContentType();
        return content == null ? type.getRawClass().getName().startsWith("java.time.") : isTime(content);
    }

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass annotated, JavaType type) {
        Class<?> raw = annotated.getRawType();
        if (!isChoice(raw)) {
            return null;
        }
        JsonTypeInfo.Value named = JsonTypeInfo.Value.construct(
                JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, discriminator(raw), null, false, null, null);
        return new StdTypeResolverBuilder().init(named, null);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> type = annotated.getRawType();
        if (type == Event.class) {
            return EVENTS.stream()
                    .flatMap(family -> alternatives(family).stream())
                    .toList();
        }
        return isOurs(type) && type.isSealed() ? alternatives(type) : null;
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass annotated) {
        return isChoice(annotated.getRawType()) ? name(annotated.getRawType()) : null;
    }

    private static List<NamedType> alternatives(Class<?> sealed) {
        List<NamedType> found = new ArrayList<>();
        for (Class<?> alternative : sealed.getPermittedSubclasses()) {
            if (alternative.isSealed()) {
                found.addAll(alternatives(alternative));
            } else {
                found.add(new NamedType(alternative, name(alternative)));
            }
        }
        return found;
    }

    static String name(Class<?> alternative) {
        Class<?> family = alternative.getEnclosingClass();
        return Event.class.isAssignableFrom(alternative) && family != null
                ? family.getSimpleName() + "." + alternative.getSimpleName()
                : alternative.getSimpleName();
    }

    /** The field with the name of the alternative: {@code type}, or {@code kind} where an alternative has a field {@code type} itself. */
    static String discriminator(Class<?> choice) {
        Stream<Class<?>> families = choice.isSealed()
                ? Stream.of(choice)
                : Arrays.stream(choice.getInterfaces()).filter(parent -> isOurs(parent) && parent.isSealed());
        return families.flatMap(family -> alternatives(family).stream())
                        .map(NamedType::getType)
                        .anyMatch(CoreShapes::hasType)
                ? KIND
                : TYPE;
    }

    private static boolean hasType(Class<?> alternative) {
        return alternative.isRecord()
                && Arrays.stream(alternative.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(TYPE));
    }

    private static boolean isChoice(Class<?> type) {
        return isOurs(type) && !type.isEnum() && (type.isSealed() || isAlternative(type));
    }

    private static boolean isAlternative(Class<?> type) {
        return Event.class.isAssignableFrom(type)
                || Arrays.stream(type.getInterfaces()).anyMatch(parent -> isOurs(parent) && parent.isSealed());
    }

    private static boolean isOurMember(Annotated annotated) {
        return annotated instanceof AnnotatedMember member && isOurs(member.getDeclaringClass());
    }

    private static boolean isCollection(Annotated annotated) {
        return Iterable.class.isAssignableFrom(annotated.getRawType())
                || Map.class.isAssignableFrom(annotated.getRawType());
    }
}
