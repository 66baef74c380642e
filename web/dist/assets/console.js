var e=()=>({checkValidity(e){let t=e.input,n={message:``,isValid:!0,invalidKeys:[]};if(!t)return n;let r=!0;if(`checkValidity`in t&&(r=t.checkValidity()),r)return n;if(n.isValid=!1,`validationMessage`in t&&(n.message=t.validationMessage),!(`validity`in t))return n.invalidKeys.push(`customError`),n;for(let e in t.validity){if(e===`valid`)continue;let r=e;t.validity[r]&&n.invalidKeys.push(r)}return n}}),t=class extends Event{constructor(){super(`wa-invalid`,{bubbles:!0,cancelable:!1,composed:!0})}},n=Object.defineProperty,r=Object.getOwnPropertyDescriptor,i=e=>{throw TypeError(e)},a=(e,t,i,a)=>{for(var o=a>1?void 0:a?r(t,i):t,s=e.length-1,c;s>=0;s--)(c=e[s])&&(o=(a?c(t,i,o):c(o))||o);return a&&o&&n(t,i,o),o},o=(e,t,n)=>t.has(e)||i(`Cannot `+n),s=(e,t,n)=>(o(e,t,`read from private field`),n?n.call(e):t.get(e)),c=(e,t,n)=>t.has(e)?i(`Cannot add the same private member more than once`):t instanceof WeakSet?t.add(e):t.set(e,n),l=(e,t,n,r)=>(o(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),u=globalThis,d=u.ShadowRoot&&(u.ShadyCSS===void 0||u.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,f=Symbol(),p=new WeakMap,m=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==f)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(d&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=p.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&p.set(t,e))}return e}toString(){return this.cssText}},h=e=>new m(typeof e==`string`?e:e+``,void 0,f),g=(e,...t)=>new m(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,f),_=(e,t)=>{if(d)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=u.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},v=d?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return h(t)})(e):e,{is:y,defineProperty:b,getOwnPropertyDescriptor:x,getOwnPropertyNames:S,getOwnPropertySymbols:C,getPrototypeOf:w}=Object,T=globalThis,E=T.trustedTypes,D=E?E.emptyScript:``,ee=T.reactiveElementPolyfillSupport,O=(e,t)=>e,te={toAttribute(e,t){switch(t){case Boolean:e=e?D:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},k=(e,t)=>!y(e,t),ne={attribute:!0,type:String,converter:te,reflect:!1,useDefault:!1,hasChanged:k};Symbol.metadata??=Symbol(`metadata`),T.litPropertyMetadata??=new WeakMap;var re=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ne){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&b(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=x(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ne}static _$Ei(){if(this.hasOwnProperty(O(`elementProperties`)))return;let e=w(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(O(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(O(`properties`))){let e=this.properties,t=[...S(e),...C(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(v(e))}else e!==void 0&&t.push(v(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return _(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?te:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?te:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??k)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};re.elementStyles=[],re.shadowRootOptions={mode:`open`},re[O(`elementProperties`)]=new Map,re[O(`finalized`)]=new Map,ee?.({ReactiveElement:re}),(T.reactiveElementVersions??=[]).push(`2.1.2`);var ie=globalThis,ae=e=>e,oe=ie.trustedTypes,se=oe?oe.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,ce=`$lit$`,A=`lit$${Math.random().toFixed(9).slice(2)}$`,le=`?`+A,ue=`<${le}>`,j=document,de=()=>j.createComment(``),fe=e=>e===null||typeof e!=`object`&&typeof e!=`function`,pe=Array.isArray,me=e=>pe(e)||typeof e?.[Symbol.iterator]==`function`,he=`[ 	
\f\r]`,ge=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,_e=/-->/g,ve=/>/g,ye=RegExp(`>|${he}(?:([^\\s"'>=/]+)(${he}*=${he}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),be=/'/g,xe=/"/g,Se=/^(?:script|style|textarea|title)$/i,Ce=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),M=Ce(1),we=Ce(2),Te=Symbol.for(`lit-noChange`),N=Symbol.for(`lit-nothing`),P=new WeakMap,F=j.createTreeWalker(j,129);function Ee(e,t){if(!pe(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return se===void 0?t:se.createHTML(t)}var De=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=ge;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===ge?c[1]===`!--`?o=_e:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=ye):(Se.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=ye):o=ve:o===ye?c[0]===`>`?(o=i??ge,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?ye:c[3]===`"`?xe:be):o===xe||o===be?o=ye:o===_e||o===ve?o=ge:(o=ye,i=void 0);let d=o===ye&&e[t+1].startsWith(`/>`)?` `:``;a+=o===ge?n+ue:l>=0?(r.push(s),n.slice(0,l)+ce+n.slice(l)+A+d):n+A+(l===-2?t:d)}return[Ee(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Oe=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=De(t,n);if(this.el=e.createElement(l,r),F.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=F.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(ce)){let t=u[o++],n=i.getAttribute(e).split(A),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ne:r[1]===`?`?Pe:r[1]===`@`?Fe:Me}),i.removeAttribute(e)}else e.startsWith(A)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(Se.test(i.tagName)){let e=i.textContent.split(A),t=e.length-1;if(t>0){i.textContent=oe?oe.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],de()),F.nextNode(),c.push({type:2,index:++a});i.append(e[t],de())}}}else if(i.nodeType===8){if(i.data===le)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(A,e+1))!==-1;)c.push({type:7,index:a}),e+=A.length-1}}a++}}static createElement(e,t){let n=j.createElement(`template`);return n.innerHTML=e,n}};function ke(e,t,n=e,r){if(t===Te)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=fe(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=ke(e,i._$AS(e,t.values),i,r)),t}var Ae=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??j).importNode(t,!0);F.currentNode=r;let i=F.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new je(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Ie(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=F.nextNode(),a++)}return F.currentNode=j,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},je=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=N,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=ke(this,e,t),fe(e)?e===N||e==null||e===``?(this._$AH!==N&&this._$AR(),this._$AH=N):e!==this._$AH&&e!==Te&&this._(e):e._$litType$===void 0?e.nodeType===void 0?me(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==N&&fe(this._$AH)?this._$AA.nextSibling.data=e:this.T(j.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Oe.createElement(Ee(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Ae(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=P.get(e.strings);return t===void 0&&P.set(e.strings,t=new Oe(e)),t}k(t){pe(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(de()),this.O(de()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ae(e).nextSibling;ae(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},Me=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=N,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=N}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=ke(this,e,t,0),a=!fe(e)||e!==this._$AH&&e!==Te,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=ke(this,r[n+o],t,o),s===Te&&(s=this._$AH[o]),a||=!fe(s)||s!==this._$AH[o],s===N?e=N:e!==N&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===N?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ne=class extends Me{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===N?void 0:e}},Pe=class extends Me{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==N)}},Fe=class extends Me{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=ke(this,e,t,0)??N)===Te)return;let n=this._$AH,r=e===N&&n!==N||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==N&&(n===N||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ie=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){ke(this,e)}},Le={M:ce,P:A,A:le,C:1,L:De,R:Ae,D:me,V:ke,I:je,H:Me,N:Pe,U:Fe,B:Ne,F:Ie},Re=ie.litHtmlPolyfillSupport;Re?.(Oe,je),(ie.litHtmlVersions??=[]).push(`3.3.3`);var ze=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new je(t.insertBefore(de(),e),e,void 0,n??{})}return i._$AI(e),i},Be=globalThis,Ve=class extends re{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=ze(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return Te}};Ve._$litElement$=!0,Ve.finalized=!0,Be.litElementHydrateSupport?.({LitElement:Ve});var He=Be.litElementPolyfillSupport;He?.({LitElement:Ve}),(Be.litElementVersions??=[]).push(`4.2.2`);var Ue=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},We={attribute:!0,type:String,converter:te,reflect:!1,hasChanged:k},Ge=(e=We,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function I(e){return(t,n)=>typeof n==`object`?Ge(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function Ke(e){return I({...e,state:!0,attribute:!1})}var qe=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function L(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return qe(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return qe(n,r,{get(){return a(this)}})}}var Je=g`
  :host {
    box-sizing: border-box;
  }

  :host *,
  :host *::before,
  :host *::after {
    box-sizing: inherit;
  }

  [hidden],
  :host([hidden]) {
    display: none !important;
  }
`,Ye=/;\s+$/;function Xe(e){return e.replace(/[A-Z]/g,e=>`-${e.toLowerCase()}`)}function Ze(e){let{property:t,value:n,element:r}=e;if(n){let e=r.getAttribute(`style`)||``;e&&(e.match(Ye)||(e+=`;`),e+=` `);let i=`${t}: ${n}`;return e.includes(i)?void 0:`${e}${i};`}return null}var Qe,$e=class extends Ve{constructor(){super(),c(this,Qe,!1),this.initialReflectedProperties=new Map,this.didSSR=!!this.shadowRoot,this.customStates={set:(e,t)=>{if(this.internals?.states)try{t?this.internals.states.add(e):this.internals.states.delete(e)}catch(e){if(String(e).includes(`must start with '--'`))console.error(`Your browser implements an outdated version of CustomStateSet. Consider using a polyfill`);else throw e}},has:e=>{if(!this.internals?.states)return!1;try{return this.internals.states.has(e)}catch{return!1}}};try{this.internals=this.attachInternals()}catch{console.error(`Element internals are not supported in your browser. Consider using a polyfill`)}this.customStates.set(`wa-defined`,!0);let e=this.constructor;for(let[t,n]of e.elementProperties)n.default===`inherit`&&n.initial!==void 0&&typeof t==`string`&&this.customStates.set(`initial-${t}-${n.initial}`,!0)}static get styles(){return[Je,...Array.isArray(this.css)?this.css:this.css?[this.css]:[]]}connectedCallback(){super.connectedCallback(),this.didSSR||this.shadowRoot?.prepend(document.createComment(` Web Awesome: https://webawesome.com/docs/components/${this.localName.replace(`wa-`,``)} `)),this.didSSR&&this.updateComplete.then(()=>{this.shadowRoot?.prepend(document.createComment(` Web Awesome: https://webawesome.com/docs/components/${this.localName.replace(`wa-`,``)} `))})}attributeChangedCallback(e,t,n){s(this,Qe)||(this.constructor.elementProperties.forEach((e,t)=>{e.reflect&&this[t]!=null&&this.initialReflectedProperties.set(t,this[t])}),l(this,Qe,!0)),super.attributeChangedCallback(e,t,n)}willUpdate(e){super.willUpdate(e),this.initialReflectedProperties.forEach((t,n)=>{e.has(n)&&this[n]==null&&(this[n]=t)})}firstUpdated(e){super.firstUpdated(e),this.didSSR&&this.shadowRoot?.querySelectorAll(`slot`).forEach(e=>{e.dispatchEvent(new Event(`slotchange`,{bubbles:!0,composed:!1,cancelable:!1}))})}update(e){try{super.update(e)}catch(e){if(this.didSSR&&!this.hasUpdated){let t=new Event(`lit-hydration-error`,{bubbles:!0,composed:!0,cancelable:!1});t.error=e,this.dispatchEvent(t)}throw e}}setStyle(e,t){if(this.style)this.style[e]=t;else{let n=Ze({property:Xe(e),value:t,element:this});n&&this.setAttribute(`style`,n)}}setStyleProperty(e,t){if(this.style)this.style.setProperty(e,t);else{let n=Ze({property:e,value:t,element:this});n&&this.setAttribute(`style`,n)}}relayNativeEvent(e,t){e.stopImmediatePropagation(),this.dispatchEvent(new e.constructor(e.type,{...e,...t}))}};Qe=new WeakMap,a([I()],$e.prototype,`dir`,2),a([I()],$e.prototype,`lang`,2),a([I({type:Boolean,reflect:!0,attribute:`did-ssr`})],$e.prototype,`didSSR`,2);var et=()=>({observedAttributes:[`custom-error`],checkValidity(e){let t={message:``,isValid:!0,invalidKeys:[]};return e.customError&&(t.message=e.customError,t.isValid=!1,t.invalidKeys=[`customError`]),t}}),tt=class extends $e{constructor(){super(),this.name=null,this.disabled=!1,this.required=!1,this.assumeInteractionOn=[`input`],this.validators=[],this.valueHasChanged=!1,this.hasInteracted=!1,this.customError=null,this.emittedEvents=[],this.emitInvalid=e=>{e.target===this&&(this.hasInteracted=!0,this.dispatchEvent(new t))},this.handleInteraction=e=>{let t=this.emittedEvents;t.includes(e.type)||t.push(e.type),t.length===this.assumeInteractionOn?.length&&(this.hasInteracted=!0)},`addEventListener`in this&&this.addEventListener(`invalid`,this.emitInvalid)}static get validators(){return[et()]}static get observedAttributes(){let e=new Set(super.observedAttributes||[]);for(let t of this.validators)if(t.observedAttributes)for(let n of t.observedAttributes)e.add(n);return[...e]}connectedCallback(){super.connectedCallback(),this.didSSR&&!this.hasUpdated?this.updateComplete.then(()=>{this.updateValidity()}):this.updateValidity(),this.assumeInteractionOn.forEach(e=>{this.addEventListener?.(e,this.handleInteraction)})}firstUpdated(...e){super.firstUpdated(...e),this.updateValidity()}willUpdate(e){if(e.has(`customError`)&&(this.customError||=null,this.setCustomValidity(this.customError||``)),e.has(`value`)||e.has(`disabled`)||e.has(`defaultValue`)){let e=this.value;this.updateFormValue(e)}e.has(`disabled`)&&(this.customStates.set(`disabled`,this.disabled),(this.hasAttribute(`disabled`)||!this.matches(`:disabled`))&&this.toggleAttribute(`disabled`,this.disabled)),super.willUpdate(e),this.didSSR&&!this.hasUpdated?this.updateComplete.then(()=>this.updateValidity()):this.updateValidity()}updateFormValue(e){if(Array.isArray(e)){if(this.name){let t=new FormData;for(let n of e)t.append(this.name,n);this.setValue(t,t)}}else this.setValue(e,e)}get labels(){return this.internals.labels}getForm(){return this.internals.form}set form(e){e?this.setAttribute(`form`,e):this.removeAttribute(`form`)}get form(){return this.internals.form}get validity(){return this.internals.validity}get willValidate(){return this.internals.willValidate}get validationMessage(){return this.internals.validationMessage}checkValidity(){return this.updateValidity(),this.internals.checkValidity()}reportValidity(){return this.updateValidity(),this.hasInteracted=!0,this.internals.reportValidity()}get validationTarget(){return this.input||void 0}setValidity(...e){let t=e[0],n=e[1],r=e[2];r||=this.validationTarget,this.internals.setValidity(t,n,r||void 0),this.requestUpdate(`validity`),this.setCustomStates()}setCustomStates(){let e=!!this.required,t=this.internals.validity.valid,n=this.hasInteracted;this.customStates.set(`required`,e),this.customStates.set(`optional`,!e),this.customStates.set(`invalid`,!t),this.customStates.set(`valid`,t),this.customStates.set(`user-invalid`,!t&&n),this.customStates.set(`user-valid`,t&&n)}setCustomValidity(e){e?(this.customError=e,this.setValidity({customError:!0},e,this.validationTarget)):(this.customError=null,this.setValidity({}))}formResetCallback(){this.resetValidity(),this.hasInteracted=!1,this.valueHasChanged=!1,this.emittedEvents=[],this.updateValidity()}formDisabledCallback(e){this.disabled=e,this.updateValidity()}formStateRestoreCallback(e,t){this.didSSR&&!this.hasUpdated?this.updateComplete.then(()=>{this.value=e,t===`restore`&&this.resetValidity(),this.updateValidity()}):(this.value=e,t===`restore`&&this.resetValidity(),this.updateValidity())}setValue(...e){let[t,n]=e;this.internals.setFormValue(t,n)}get allValidators(){let e=this.constructor.validators||[],t=this.validators||[];return[...e,...t]}resetValidity(){this.setCustomValidity(``),this.setValidity({})}updateValidity(){if(this.disabled||this.hasAttribute(`disabled`)||!this.willValidate){this.resetValidity();return}let e=this.allValidators;if(!e?.length)return;let t={customError:!!this.customError},n=this.validationTarget||this.input||void 0,r=``;for(let n of e){let{isValid:e,message:i,invalidKeys:a}=n.checkValidity(this);e||(r||=i,a?.length>=0&&a.forEach(e=>t[e]=!0))}r||=this.validationMessage,this.setValidity(t,r,n)}};tt.formAssociated=!0,a([I({reflect:!0})],tt.prototype,`name`,2),a([I({type:Boolean})],tt.prototype,`disabled`,2),a([I({state:!0,attribute:!1})],tt.prototype,`valueHasChanged`,2),a([I({state:!0,attribute:!1})],tt.prototype,`hasInteracted`,2),a([I({attribute:`custom-error`,reflect:!0})],tt.prototype,`customError`,2),a([I({attribute:!1,state:!0,type:Object})],tt.prototype,`validity`,1);var nt={small:`s`,medium:`m`,large:`l`},rt=new Set;function it(e,t){t in nt&&!rt.has(`${e}:${t}`)&&(rt.add(`${e}:${t}`),console.warn(`[${e}] size="${t}" is deprecated. Use size="${nt[t]}" instead. The long-form value will be removed in the next major version.`))}var at=class{constructor(e,...t){this.slotNames=[],this.handleSlotChange=e=>{let t=e.target;(this.slotNames.includes(`[default]`)&&!t.name||t.name&&this.slotNames.includes(t.name))&&this.host.requestUpdate()},(this.host=e).addController(this),this.slotNames=t}hasDefaultSlot(){return this.host.childNodes?[...this.host.childNodes].some(e=>{if(e.nodeType===Node.TEXT_NODE&&e.textContent.trim()!==``)return!0;if(e.nodeType===Node.ELEMENT_NODE){let t=e;if(t.tagName.toLowerCase()===`wa-visually-hidden`)return!1;if(!t.hasAttribute(`slot`))return!0}return!1}):!1}hasNamedSlot(e){return this.host.querySelector?.(`:scope > [slot="${e}"]`)!==null}test(e,t){return t&&this.host.didSSR&&!this.host.hasUpdated?!!this.host[t]:e===`[default]`?this.hasDefaultSlot():this.hasNamedSlot(e)}hostConnected(){let e=this.host.shadowRoot;e&&`addEventListener`in e&&e.addEventListener(`slotchange`,this.handleSlotChange)}hostDisconnected(){let e=this.host.shadowRoot;e&&`removeEventListener`in e&&e.removeEventListener(`slotchange`,this.handleSlotChange)}},ot=g`
  :host([size='xs']) {
    font-size: var(--wa-font-size-xs);
  }

  :host([size='s']),
  :host([size='small']) {
    font-size: var(--wa-font-size-s);
  }

  :host([size='m']),
  :host([size='medium']) {
    font-size: var(--wa-font-size-m);
  }

  :host([size='l']),
  :host([size='large']) {
    font-size: var(--wa-font-size-l);
  }

  :host([size='xl']) {
    font-size: var(--wa-font-size-xl);
  }
`,st=g`
  @layer wa-component {
    :host {
      display: inline-block;

      /* Workaround because Chrome doesn't like :host(:has()) below
       * https://issues.chromium.org/issues/40062355
       * Firefox doesn't like this nested rule, so both are needed */
      &:has(wa-badge) {
        position: relative;
      }
    }

    /* Apply relative positioning only when needed to position wa-badge
     * This avoids creating a new stacking context for every button */
    :host(:has(wa-badge)) {
      position: relative;
    }
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    text-decoration: none;
    user-select: none;
    -webkit-user-select: none;
    white-space: nowrap;
    vertical-align: middle;
    transition-property: background, border, box-shadow, color, opacity, transform;
    transition-duration: var(--wa-transition-fast);
    transition-timing-function: var(--wa-transition-easing);
    transform-origin: center;
    cursor: pointer;
    padding: 0 var(--wa-form-control-padding-inline);
    font-family: inherit;
    font-size: inherit;
    font-weight: var(--wa-font-weight-action);
    height: var(--wa-form-control-height);
    width: 100%;

    background-color: var(--wa-color-fill-loud, var(--wa-color-neutral-fill-loud));

    border-color: transparent;
    color: var(--wa-color-on-loud, var(--wa-color-neutral-on-loud));
    border-start-start-radius: var(--_button-start-start-radius, var(--wa-form-control-border-radius));
    border-start-end-radius: var(--_button-start-end-radius, var(--wa-form-control-border-radius));
    border-end-start-radius: var(--_button-end-start-radius, var(--wa-form-control-border-radius));
    border-end-end-radius: var(--_button-end-end-radius, var(--wa-form-control-border-radius));
    border-style: var(--wa-form-control-border-style);
    border-width: var(--wa-form-control-border-width);
  }

  /* Hover and active transforms */
  .button:not(.disabled):not(.loading) {
    @media (hover: hover) {
      &:hover {
        transform: var(--wa-button-transform-hover);
      }
    }
    &:active {
      transform: var(--wa-button-transform-active);
    }

    @media (prefers-reduced-motion: reduce) {
      &:hover,
      &:active {
        transform: none;
      }
    }
  }

  /* Appearance modifiers */
  :host([appearance='plain']) {
    /* Indentation overrides for grouping */
    margin-inline-start: var(--_button-horizontal-indent);
    margin-block-start: var(--_button-vertical-indent);

    .button {
      color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
      background-color: transparent;
      border-color: transparent;
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
        background-color: var(--wa-color-fill-quiet, var(--wa-color-neutral-fill-quiet));
      }
    }
    .button:not(.disabled):not(.loading):active {
      color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-quiet, var(--wa-color-neutral-fill-quiet)),
        var(--wa-color-mix-active)
      );
    }
  }

  :host([appearance='outlined']) {
    /* Indentation overrides for grouping outlined */
    margin-inline-start: var(--_button-horizontal-indent-outlined);
    margin-block-start: var(--_button-vertical-indent-outlined);

    .button {
      color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
      background-color: transparent;
      border-color: var(--wa-color-border-loud, var(--wa-color-neutral-border-loud));
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
        background-color: var(--wa-color-fill-quiet, var(--wa-color-neutral-fill-quiet));
      }
    }
    .button:not(.disabled):not(.loading):active {
      color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-quiet, var(--wa-color-neutral-fill-quiet)),
        var(--wa-color-mix-active)
      );
    }
  }

  :host([appearance='filled']) {
    /* Indentation overrides for grouping */
    margin-inline-start: var(--_button-horizontal-indent);
    margin-block-start: var(--_button-vertical-indent);

    .button {
      color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
      background-color: var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal));
      border-color: transparent;
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
        background-color: color-mix(
          in oklab,
          var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal)),
          var(--wa-color-mix-hover)
        );
      }
    }
    .button:not(.disabled):not(.loading):active {
      color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal)),
        var(--wa-color-mix-active)
      );
    }
  }

  :host([appearance='filled-outlined']) {
    /* Indentation overrides for grouping outlined */
    margin-inline-start: var(--_button-horizontal-indent-outlined);
    margin-block-start: var(--_button-vertical-indent-outlined);

    .button {
      color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
      background-color: var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal));
      border-color: var(--wa-color-border-normal, var(--wa-color-neutral-border-normal));
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
        background-color: color-mix(
          in oklab,
          var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal)),
          var(--wa-color-mix-hover)
        );
      }
    }
    .button:not(.disabled):not(.loading):active {
      color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal)),
        var(--wa-color-mix-active)
      );
    }
  }

  :host([appearance='accent']) {
    /* Indentation overrides for grouping */
    margin-inline-start: var(--_button-horizontal-indent);
    margin-block-start: var(--_button-vertical-indent);

    .button {
      color: var(--wa-color-on-loud, var(--wa-color-neutral-on-loud));
      background-color: var(--wa-color-fill-loud, var(--wa-color-neutral-fill-loud));
      border-color: transparent;
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        background-color: color-mix(
          in oklab,
          var(--wa-color-fill-loud, var(--wa-color-neutral-fill-loud)),
          var(--wa-color-mix-hover)
        );
      }
    }
    .button:not(.disabled):not(.loading):active {
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-loud, var(--wa-color-neutral-fill-loud)),
        var(--wa-color-mix-active)
      );
    }
  }

  /* Focus states */
  .button:focus {
    outline: none;
  }

  .button:focus-visible {
    outline: var(--wa-focus-ring);
    outline-offset: var(--wa-focus-ring-offset);
  }

  /* Disabled state */
  :host([disabled]) {
    opacity: 0.5;
    cursor: not-allowed;

    /* When disabled, prevent mouse events from bubbling up from children */
    .button {
      pointer-events: none;
    }
  }

  /* Keep it last so Safari doesn't stop parsing this block */
  .button::-moz-focus-inner {
    border: 0;
  }

  /* Icon buttons */
  .button.is-icon-button {
    outline-offset: 2px;
    width: var(--wa-form-control-height);
    aspect-ratio: 1;
  }

  /* Icon buttons with a caret need to grow to fit both the icon and the caret */
  .button.is-icon-button.caret {
    width: auto;
    aspect-ratio: auto;
    min-width: var(--wa-form-control-height);
  }

  /* Pill modifier */
  :host([pill]) .button {
    border-start-start-radius: var(--_button-start-start-radius, var(--wa-border-radius-pill));
    border-start-end-radius: var(--_button-start-end-radius, var(--wa-border-radius-pill));
    border-end-start-radius: var(--_button-end-start-radius, var(--wa-border-radius-pill));
    border-end-end-radius: var(--_button-end-end-radius, var(--wa-border-radius-pill));
  }

  /*
   * Label
   */

  .start,
  .end {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
    pointer-events: none;
  }

  .label {
    display: inline-block;
  }

  .is-icon-button .label {
    display: flex;
    justify-content: center;
  }

  .label::slotted(wa-icon) {
    align-self: center;
  }

  /*
   * Caret modifier
   */

  wa-icon[part='caret'] {
    display: flex;
    align-self: center;
    align-items: center;

    &::part(svg) {
      width: 0.875em;
      height: 0.875em;
    }

    .button:has(&) .end {
      display: none;
    }
  }

  /*
   * Loading modifier
   */

  .loading {
    position: relative;
    cursor: wait;

    .start,
    .label,
    .end,
    .caret {
      /* Hidden with opacity, not visibility, so the label stays in the accessibility tree */
      opacity: 0;

      /* Unlike visibility: hidden, opacity leaves the content clickable */
      pointer-events: none;
    }

    wa-spinner {
      --indicator-color: currentColor;
      --track-color: color-mix(in oklab, currentColor, transparent 90%);

      position: absolute;
      font-size: 1em;
      height: 1em;
      width: 1em;
      top: calc(50% - 0.5em);
      left: calc(50% - 0.5em);
    }
  }

  /*
   * Badges
   */

  .button ::slotted(wa-badge) {
    border-color: var(--wa-color-surface-default);
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    translate: 50% -50%;
    pointer-events: none;
  }

  :host(:dir(rtl)) ::slotted(wa-badge) {
    translate: -50% -50%;
  }

  /*
  * Button spacing
  */

  slot[name='start']::slotted(*) {
    margin-inline-end: 0.75em;
  }

  slot[name='end']::slotted(*),
  .button:not(.visually-hidden-label) [part='caret'] {
    margin-inline-start: 0.75em;
  }
`,ct=g`
  :where(:root),
  .wa-neutral,
  :host([variant='neutral']) {
    --wa-color-fill-loud: var(--wa-color-neutral-fill-loud);
    --wa-color-fill-normal: var(--wa-color-neutral-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-neutral-fill-quiet);
    --wa-color-border-loud: var(--wa-color-neutral-border-loud);
    --wa-color-border-normal: var(--wa-color-neutral-border-normal);
    --wa-color-border-quiet: var(--wa-color-neutral-border-quiet);
    --wa-color-on-loud: var(--wa-color-neutral-on-loud);
    --wa-color-on-normal: var(--wa-color-neutral-on-normal);
    --wa-color-on-quiet: var(--wa-color-neutral-on-quiet);
  }

  .wa-brand,
  :host([variant='brand']) {
    --wa-color-fill-loud: var(--wa-color-brand-fill-loud);
    --wa-color-fill-normal: var(--wa-color-brand-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-brand-fill-quiet);
    --wa-color-border-loud: var(--wa-color-brand-border-loud);
    --wa-color-border-normal: var(--wa-color-brand-border-normal);
    --wa-color-border-quiet: var(--wa-color-brand-border-quiet);
    --wa-color-on-loud: var(--wa-color-brand-on-loud);
    --wa-color-on-normal: var(--wa-color-brand-on-normal);
    --wa-color-on-quiet: var(--wa-color-brand-on-quiet);
  }

  .wa-success,
  :host([variant='success']) {
    --wa-color-fill-loud: var(--wa-color-success-fill-loud);
    --wa-color-fill-normal: var(--wa-color-success-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-success-fill-quiet);
    --wa-color-border-loud: var(--wa-color-success-border-loud);
    --wa-color-border-normal: var(--wa-color-success-border-normal);
    --wa-color-border-quiet: var(--wa-color-success-border-quiet);
    --wa-color-on-loud: var(--wa-color-success-on-loud);
    --wa-color-on-normal: var(--wa-color-success-on-normal);
    --wa-color-on-quiet: var(--wa-color-success-on-quiet);
  }

  .wa-warning,
  :host([variant='warning']) {
    --wa-color-fill-loud: var(--wa-color-warning-fill-loud);
    --wa-color-fill-normal: var(--wa-color-warning-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-warning-fill-quiet);
    --wa-color-border-loud: var(--wa-color-warning-border-loud);
    --wa-color-border-normal: var(--wa-color-warning-border-normal);
    --wa-color-border-quiet: var(--wa-color-warning-border-quiet);
    --wa-color-on-loud: var(--wa-color-warning-on-loud);
    --wa-color-on-normal: var(--wa-color-warning-on-normal);
    --wa-color-on-quiet: var(--wa-color-warning-on-quiet);
  }

  .wa-danger,
  :host([variant='danger']) {
    --wa-color-fill-loud: var(--wa-color-danger-fill-loud);
    --wa-color-fill-normal: var(--wa-color-danger-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-danger-fill-quiet);
    --wa-color-border-loud: var(--wa-color-danger-border-loud);
    --wa-color-border-normal: var(--wa-color-danger-border-normal);
    --wa-color-border-quiet: var(--wa-color-danger-border-quiet);
    --wa-color-on-loud: var(--wa-color-danger-on-loud);
    --wa-color-on-normal: var(--wa-color-danger-on-normal);
    --wa-color-on-quiet: var(--wa-color-danger-on-quiet);
  }
`;function R(e,t){let n={waitUntilFirstUpdate:!1,...t};return(t,r)=>{let{update:i}=t,a=Array.isArray(e)?e:[e];t.update=function(e){a.forEach(t=>{let i=t;if(e.has(i)){let t=e.get(i),a=this[i];t!==a&&(!n.waitUntilFirstUpdate||this.hasUpdated)&&this[r](t,a)}}),i.call(this,e)}}}var lt=new Set,ut=new Map,dt,ft=`ltr`,pt=`en`,mt=typeof MutationObserver<`u`&&typeof document<`u`&&document.documentElement!==void 0;if(mt){let e=new MutationObserver(gt);ft=document.documentElement.dir||`ltr`,pt=document.documentElement.lang||navigator.language,e.observe(document.documentElement,{attributes:!0,attributeFilter:[`dir`,`lang`]})}function ht(...e){e.map(e=>{let t=e.$code.toLowerCase();ut.has(t)?ut.set(t,Object.assign(Object.assign({},ut.get(t)),e)):ut.set(t,e),dt||=e}),gt()}function gt(){mt&&(ft=document.documentElement.dir||`ltr`,pt=document.documentElement.lang||navigator.language),[...lt.keys()].map(e=>{typeof e.requestUpdate==`function`&&e.requestUpdate()})}var _t=class{constructor(e){this.host=e,this.host.addController(this)}hostConnected(){lt.add(this.host)}hostDisconnected(){lt.delete(this.host)}dir(){return`${this.host.dir||ft}`.toLowerCase()}lang(){let e=`${this.host.lang||pt}`.toLowerCase().replace(/_/g,`-`);try{return new Intl.Locale(e),e}catch{return dt?dt.$code.toLowerCase():`en`}}getTranslationData(e){let t;try{t=new Intl.Locale(e.replace(/_/g,`-`))}catch{return{locale:void 0,language:``,region:``,primary:void 0,secondary:void 0}}let n=t.language.toLowerCase(),r=t.region?.toLowerCase()??``,i=ut.get(`${n}-${r}`),a=ut.get(n);return{locale:t,language:n,region:r,primary:i,secondary:a}}exists(e,t){let{primary:n,secondary:r}=this.getTranslationData(t.lang??this.lang());return t=Object.assign({includeFallback:!1},t),!!(n&&n[e]||r&&r[e]||t.includeFallback&&dt&&dt[e])}term(e,...t){let{primary:n,secondary:r}=this.getTranslationData(this.lang()),i;if(n&&n[e])i=n[e];else if(r&&r[e])i=r[e];else if(dt&&dt[e])i=dt[e];else return console.error(`No translation found for: ${String(e)}`),String(e);return typeof i==`function`?i(...t):i}date(e,t){return e=new Date(e),new Intl.DateTimeFormat(this.lang(),t).format(e)}number(e,t){return e=Number(e),isNaN(e)?``:new Intl.NumberFormat(this.lang(),t).format(e)}relativeTime(e,t,n){return new Intl.RelativeTimeFormat(this.lang(),n).format(e,t)}},vt={$code:`en`,$name:`English`,$dir:`ltr`,allTagsRemoved:`All tags removed`,am:`AM`,autosizeColumn:`Autosize column`,captions:`Captions`,carousel:`Carousel`,chooseDate:`Choose date`,chooseDecade:`Choose decade`,chooseMonth:`Choose month`,chooseTime:`Choose time`,chooseYear:`Choose year`,clearEntry:`Clear entry`,clearFilter:`Clear filter`,clearSort:`Clear sort`,close:`Close`,closeCalendar:`Close calendar`,closeTimeInput:`Close time picker`,collapseRow:`Collapse row`,columnMenu:`Column options`,columnMovedToPosition:(e,t,n)=>`${e} moved to position ${t} of ${n}`,columns:`Columns`,compactPageXOfY:(e,t)=>`${e} of ${t}`,completed:`Completed`,copied:`Copied`,copy:`Copy`,createOption:e=>`Create "${e}"`,currentlyPlaying:`currently playing`,currentValue:`Current value`,date:`Date`,datePickerKeyboardHelp:`Use arrow keys to change values; press Alt+Down Arrow to open the calendar.`,day:`Day`,dayPeriod:`AM/PM`,decrement:`Decrement`,deselectAllRows:`Deselect all rows`,disabled:`Disabled`,dropFileHere:`Drop file here or click to browse`,dropFilesHere:`Drop files here or click to browse`,empty:`Empty`,endDate:`End date`,enterFullscreen:`Enter fullscreen`,error:`Error`,exitFullscreen:`Exit fullscreen`,expandRow:`Expand row`,filterByColumn:e=>`Filter by ${e}`,filterFrom:`From`,filterMax:`Max`,filterMin:`Min`,filterTo:`To`,firstPage:`First page`,goToSlide:(e,t)=>`Go to slide ${e} of ${t}`,hideColumn:`Hide column`,hidePassword:`Hide password`,hour:`Hour`,incompleteDate:`Enter a valid date.`,increment:`Increment`,jumpBackwardX:e=>`Jump back ${e} pages`,jumpForwardX:e=>`Jump forward ${e} pages`,lastPage:`Last page`,loading:`Loading`,locked:`Locked`,minute:`Minute`,month:`Month`,moreOptions:`More Options`,mute:`Mute`,nextDecade:`Next decade`,nextMonth:`Next month`,nextPage:`Next page`,nextSlide:`Next slide`,nextVideo:`Next Video`,nextYear:`Next year`,noData:`No data`,noOptions:`No options`,noResults:`No matching results`,notCompleted:`Not completed`,now:`Now`,numCharacters:e=>e===1?`1 character`:`${e} characters`,numCharactersRemaining:e=>e===1?`1 character remaining`:`${e} characters remaining`,numOptionsAvailable:e=>e===0?`No options available`:e===1?`1 option available`:`${e} options available`,numOptionsSelected:e=>e===0?`No options selected`:e===1?`1 option selected`:`${e} options selected`,numRowsCopied:e=>e===1?`1 row copied`:`${e} rows copied`,numRowsSelected:e=>e===1?`1 row selected`:`${e} rows selected`,optionPosition:(e,t,n)=>`${e}, ${t} of ${n}`,optionsLoadError:`Options could not be loaded`,pageXOfY:(e,t)=>`Page ${e} of ${t}`,pagination:`Pagination`,pause:`Pause`,pauseAnimation:`Pause animation`,pictureInPicture:`Picture in picture`,pinLeft:`Pin left`,pinRight:`Pin right`,play:`Play`,playAnimation:`Play animation`,playbackSpeed:`Playback speed`,playlist:`Playlist`,pm:`PM`,previousDecade:`Previous decade`,previousMonth:`Previous month`,previousPage:`Previous page`,previousSlide:`Previous slide`,previousVideo:`Previous video`,previousYear:`Previous year`,progress:`Progress`,rangeTooLong:e=>e===1?`Select a range no longer than 1 day`:`Select a range no longer than ${e} days`,rangeTooShort:e=>e===1?`Select a range at least 1 day long`:`Select a range at least ${e} days long`,readonly:`Read-only`,remove:`Remove`,resetColumns:`Reset columns`,resize:`Resize`,resizeColumn:`Resize column`,rowsPerPage:`Rows per page`,scrollableRegion:`Scrollable region`,scrollToEnd:`Scroll to end`,scrollToStart:`Scroll to start`,search:`Search`,second:`Second`,seek:`Seek`,seekProgress:(e,t)=>`${e} of ${t}`,selectAColorFromTheScreen:`Select a color from the screen`,selectAllRows:`Select all rows`,selected:`Selected`,selectedDateLabel:e=>`Selected: ${e}`,selectedRangeLabel:e=>`Selected range: ${e}`,selectGroup:`Select group`,selectionCleared:`Selection cleared`,selectRow:`Select row`,showingNofMRows:(e,t)=>`Showing ${e} of ${t} rows`,showingXtoYofZ:(e,t,n)=>`${e}\u2013${t} of ${n}`,showPassword:`Show password`,slideNum:e=>`Slide ${e}`,sortAscending:`Sort ascending`,sortColumn:`Sort column`,sortDescending:`Sort descending`,startDate:`Start date`,steps:`Steps`,stepXOfY:(e,t)=>`Step ${e} of ${t}`,tagAdded:e=>`${e} added`,tagAlreadyAdded:e=>`${e} is already added`,tagInputKeyboardHelp:`Press Backspace or Delete to remove this tag.`,tagRemoved:e=>`${e} removed`,time:`Time`,timeInputKeyboardHelp:`Use arrow keys to change values; press Alt+Down Arrow to open the time picker.`,today:`Today`,toggleColorFormat:`Toggle color format`,tooFewTags:e=>e===1?`Add at least 1 tag`:`Add at least ${e} tags`,tooManyTags:e=>e===1?`Add no more than 1 tag`:`Add no more than ${e} tags`,unmute:`Unmute`,unpin:`Unpin`,unpinColumn:`Unpin column`,videoPlayer:`Video player`,volume:`Volume`,year:`Year`,zoomIn:`Zoom in`,zoomOut:`Zoom out`};ht(vt);var yt=vt,bt=class extends _t{lang(){return this.host.didSSR&&!this.host.hasUpdated?this.host.lang||`en`:super.lang()}};ht(yt);var xt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},St=e=>(...t)=>({_$litDirective$:e,values:t}),Ct=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},wt=St(class extends Ct{constructor(e){if(super(e),e.type!==xt.ATTRIBUTE||e.name!==`class`||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return` `+Object.keys(e).filter(t=>e[t]).join(` `)+` `}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(` `).split(/\s/).filter(e=>e!==``)));for(let e in t)t[e]&&!this.nt?.has(e)&&this.st.add(e);return this.render(t)}let n=e.element.classList;for(let e of this.st)e in t||(n.remove(e),this.st.delete(e));for(let e in t){let r=!!t[e];r===this.st.has(e)||this.nt?.has(e)||(r?(n.add(e),this.st.add(e)):(n.remove(e),this.st.delete(e)))}return Te}}),z=e=>e??N,Tt=Symbol.for(``),Et=e=>{if(e?.r===Tt)return e?._$litStatic$},Dt=(e,...t)=>({_$litStatic$:t.reduce((t,n,r)=>t+(e=>{if(e._$litStatic$!==void 0)return e._$litStatic$;throw Error(`Value passed to 'literal' function must be a 'literal' result: ${e}. Use 'unsafeStatic' to pass non-literal values, but\n            take care to ensure page security.`)})(n)+e[r+1],e[0]),r:Tt}),Ot=new Map,kt=(e=>(t,...n)=>{let r=n.length,i,a,o=[],s=[],c,l=0,u=!1;for(;l<r;){for(c=t[l];l<r&&(a=n[l],(i=Et(a))!==void 0);)c+=i+t[++l],u=!0;l!==r&&s.push(a),o.push(c),l++}if(l===r&&o.push(t[r]),u){let e=o.join(`$$lit$$`);(t=Ot.get(e))===void 0&&(o.raw=o,Ot.set(e,t=o)),n=s}return e(t,...n)})(M),B=class extends tt{constructor(){super(...arguments),this.assumeInteractionOn=[`click`],this.hasSlotController=new at(this,`[default]`,`start`,`end`),this.localize=new bt(this),this.invalid=!1,this.isIconButton=!1,this.title=``,this.variant=`neutral`,this.appearance=`accent`,this.size=`m`,this.withCaret=!1,this.withStart=!1,this.withEnd=!1,this.disabled=!1,this.loading=!1,this.pill=!1,this.type=`button`}static get validators(){return[...super.validators,e()]}handleSizeChange(){it(this.localName,this.size)}constructLightDOMButton(){let e=document.createElement(`button`);for(let t of this.attributes)t.name!==`style`&&e.setAttribute(t.name,t.value);return e.type=this.type,e.style.position=`absolute !important`,e.style.width=`0 !important`,e.style.height=`0 !important`,e.style.clipPath=`inset(50%) !important`,e.style.overflow=`hidden !important`,e.style.whiteSpace=`nowrap !important`,this.name&&(e.name=this.name),e.value=this.value||``,e}handleClick(e){if(this.disabled||this.loading){e.preventDefault(),e.stopImmediatePropagation();return}if(this.type!==`submit`&&this.type!==`reset`||!this.getForm())return;let t=this.constructLightDOMButton();this.parentElement?.append(t),t.click(),t.remove()}handleInvalid(){this.dispatchEvent(new t)}handleLabelSlotChange(){let e=this.labelSlot.assignedNodes({flatten:!0}),t=!1,n=!1,r=!1,i=!1;[...e].forEach(e=>{if(e.nodeType===Node.ELEMENT_NODE){let r=e;r.localName===`wa-icon`?(n=!0,t||=r.label!==void 0):i=!0}else e.nodeType===Node.TEXT_NODE&&(e.textContent?.trim()||``).length>0&&(r=!0)}),this.isIconButton=n&&!r&&!i,this.customStates.set(`icon-button`,this.isIconButton),this.isIconButton&&!t&&console.warn(`Icon buttons must have a label for screen readers. Add <wa-icon label="..."> to remove this warning.`,this)}isButton(){return!this.href}isLink(){return!!this.href}handleDisabledChange(){this.customStates.set(`disabled`,this.disabled),this.updateValidity()}handleHrefChange(){this.customStates.set(`link`,this.isLink())}handleLoadingChange(){this.customStates.set(`loading`,this.loading)}setValue(...e){}click(){this.button.click()}focus(e){this.button.focus(e)}blur(){this.button.blur()}render(){let e=this.isLink(),t=e?Dt`a`:Dt`button`;return kt`
      <${t}
        part="base button"
        class=${wt({button:!0,caret:this.withCaret,disabled:this.disabled,loading:this.loading,rtl:this.localize.dir()===`rtl`,"has-label":this.hasSlotController.test(`[default]`),"has-start":this.hasSlotController.test(`start`,`withStart`),"has-end":this.hasSlotController.test(`end`,`withEnd`),"is-icon-button":this.isIconButton})}
        ?disabled=${z(e?void 0:this.disabled)}
        type=${z(e?void 0:this.type)}
        title=${this.title}
        name=${z(e?void 0:this.name)}
        value=${z(e?void 0:this.value)}
        href=${z(e?this.href:void 0)}
        target=${z(e?this.target:void 0)}
        download=${z(e?this.download:void 0)}
        rel=${z(e&&this.rel?this.rel:void 0)}
        role=${z(e?void 0:`button`)}
        aria-disabled=${z(e&&this.disabled?`true`:void 0)}
        aria-busy=${this.loading?`true`:`false`}
        tabindex=${this.disabled?`-1`:`0`}
        @invalid=${this.isButton()?this.handleInvalid:null}
        @click=${this.handleClick}
      >
        <slot name="start" part="start" class="start"></slot>
        <slot part="label" class="label" @slotchange=${this.handleLabelSlotChange}></slot>
        <slot name="end" part="end" class="end"></slot>
        ${this.withCaret?kt`
                <wa-icon part="caret" class="caret" library="system" name="chevron-down" variant="solid"></wa-icon>
              `:``}
        ${this.loading?kt`<wa-spinner part="spinner"></wa-spinner>`:``}
      </${t}>
    `}};B.shadowRootOptions={...tt.shadowRootOptions,delegatesFocus:!0},B.css=[st,ct,ot],a([L(`.button`)],B.prototype,`button`,2),a([L(`slot:not([name])`)],B.prototype,`labelSlot`,2),a([Ke()],B.prototype,`invalid`,2),a([Ke()],B.prototype,`isIconButton`,2),a([I()],B.prototype,`title`,2),a([I({reflect:!0})],B.prototype,`variant`,2),a([I({reflect:!0})],B.prototype,`appearance`,2),a([I({reflect:!0})],B.prototype,`size`,2),a([R(`size`)],B.prototype,`handleSizeChange`,1),a([I({attribute:`with-caret`,type:Boolean,reflect:!0})],B.prototype,`withCaret`,2),a([I({attribute:`with-start`,type:Boolean})],B.prototype,`withStart`,2),a([I({attribute:`with-end`,type:Boolean})],B.prototype,`withEnd`,2),a([I({type:Boolean})],B.prototype,`disabled`,2),a([I({type:Boolean,reflect:!0})],B.prototype,`loading`,2),a([I({type:Boolean,reflect:!0})],B.prototype,`pill`,2),a([I()],B.prototype,`type`,2),a([I({reflect:!0})],B.prototype,`name`,2),a([I({reflect:!0})],B.prototype,`value`,2),a([I({reflect:!0})],B.prototype,`href`,2),a([I()],B.prototype,`target`,2),a([I()],B.prototype,`rel`,2),a([I()],B.prototype,`download`,2),a([I({attribute:`formaction`})],B.prototype,`formAction`,2),a([I({attribute:`formenctype`})],B.prototype,`formEnctype`,2),a([I({attribute:`formmethod`})],B.prototype,`formMethod`,2),a([I({attribute:`formnovalidate`,type:Boolean})],B.prototype,`formNoValidate`,2),a([I({attribute:`formtarget`})],B.prototype,`formTarget`,2),a([R(`disabled`,{waitUntilFirstUpdate:!0})],B.prototype,`handleDisabledChange`,1),a([R(`href`)],B.prototype,`handleHrefChange`,1),a([R(`loading`,{waitUntilFirstUpdate:!0})],B.prototype,`handleLoadingChange`,1),B=a([Ue(`wa-button`)],B),B.disableWarning?.(`change-in-update`);var At=g`
  :host {
    --track-width: 2px;
    --track-color: var(--wa-color-neutral-fill-normal);
    --indicator-color: var(--wa-color-brand-fill-loud);
    --speed: 2s;
    --size: 1em;

    /*
      Resizing a spinner element using anything but font-size will break the animation because the animation uses em
      units. Therefore, if a spinner is used in a flex container without \`flex: none\` applied, the spinner can
      grow/shrink and break the animation. The use of \`flex: none\` on the host element prevents this by always having
      the spinner sized according to its actual dimensions.
    */
    flex: none;
    display: inline-flex;
    width: var(--size);
    height: var(--size);
  }

  svg {
    width: 100%;
    height: 100%;
    aspect-ratio: 1;
    animation: spin var(--speed) linear infinite;
  }

  .track,
  .indicator {
    --radius: calc(var(--size) / 2 - var(--track-width) / 2);
    --circumference: calc(var(--radius) * 2 * 3.141592654);

    cx: calc(var(--size) / 2);
    cy: calc(var(--size) / 2);
    r: var(--radius);
    fill: none;
    stroke-width: var(--track-width);
  }

  .track {
    stroke: var(--track-color);
  }

  .indicator {
    stroke: var(--indicator-color);
    stroke-linecap: round;
    stroke-dasharray: calc(0.597 * var(--circumference)), calc(0.796 * var(--circumference));
    stroke-dashoffset: calc(-0.04 * var(--circumference));
    animation: dash 1.5s ease-in-out infinite;
  }

  @keyframes spin {
    0% {
      transform: rotate(0deg);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes dash {
    0% {
      stroke-dasharray: calc(0.008 * var(--circumference)), calc(1.194 * var(--circumference));
      stroke-dashoffset: 0;
    }
    50% {
      stroke-dasharray: calc(0.716 * var(--circumference)), calc(1.194 * var(--circumference));
      stroke-dashoffset: calc(-0.278 * var(--circumference));
    }
    100% {
      stroke-dasharray: calc(0.716 * var(--circumference)), calc(1.194 * var(--circumference));
      stroke-dashoffset: calc(-0.987 * var(--circumference));
    }
  }
`,jt=class extends $e{constructor(){super(...arguments),this.localize=new bt(this)}render(){return M`
      <svg
        part="base spinner"
        role="progressbar"
        aria-label=${this.localize.term(`loading`)}
        fill="none"
        xmlns="http://www.w3.org/2000/svg"
      >
        <circle class="track" />
        <circle class="indicator" />
      </svg>
    `}};jt.css=At,jt=a([Ue(`wa-spinner`)],jt);var Mt=class extends Event{constructor(){super(`wa-error`,{bubbles:!0,cancelable:!1,composed:!0})}},Nt=class extends Event{constructor(){super(`wa-load`,{bubbles:!0,cancelable:!1,composed:!0})}},Pt=g`
  :host {
    --primary-color: currentColor;
    --primary-opacity: 1;
    --secondary-color: currentColor;
    --secondary-opacity: 0.4;
    --rotate-angle: 0deg;

    box-sizing: content-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    vertical-align: -0.125em;
  }

  /* #region Canvas — the box the icon is centered within (mirrors Font Awesome's icon canvas). Orthogonal to font-size. */

  /* Fixed width (default): 1.25em × 1em (20 × 16px) */
  :host(:not([canvas])),
  :host([canvas='fixed']) {
    width: 1.25em;
    height: 1em;
    min-width: 1.25em; /* <-- this is what Safari respects for intrinsic */
    min-height: 1em;
  }

  /* Auto: hug the icon's width. \`auto-width\` is the deprecated alias for canvas="auto". */
  :host([canvas='auto']),
  :host([auto-width]:not([canvas])) {
    width: auto;
    height: 1em;
  }

  /* Square: 1.25em × 1.25em (20 × 20px) */
  :host([canvas='square']) {
    width: 1.25em;
    height: 1.25em;
    min-width: 1.25em;
    min-height: 1.25em;
  }

  /* Roomy: 1.5em × 1.5em (24 × 24px) */
  :host([canvas='roomy']) {
    width: 1.5em;
    height: 1.5em;
    min-width: 1.5em;
    min-height: 1.5em;
  }

  /* #endregion */

  svg {
    /* NOTE: Avoid setting fill here. A stylesheet rule beats SVG presentation attributes, breaking stroke-based
       libraries like Lucide (fill="none" stroke="currentColor") and attribute-based mutators (issue #1733). The default
       library applies fill="currentColor" in its mutator instead. */
    height: 1em;
    overflow: visible;
    width: auto;

    /* Duotone colors with path-specific opacity fallback */
    path[data-duotone-primary] {
      color: var(--primary-color);
      opacity: var(--path-opacity, var(--primary-opacity));
    }

    path[data-duotone-secondary] {
      color: var(--secondary-color);
      opacity: var(--path-opacity, var(--secondary-opacity));
    }
  }

  /* Rotation */
  :host([rotate]) {
    transform: rotate(var(--rotate-angle, 0deg));
  }

  /* Flipping */
  :host([flip='x']) {
    transform: scaleX(-1);
  }
  :host([flip='y']) {
    transform: scaleY(-1);
  }
  :host([flip='both']) {
    transform: scale(-1, -1);
  }

  /* Rotation and Flipping combined */
  :host([rotate][flip='x']) {
    transform: rotate(var(--rotate-angle, 0deg)) scaleX(-1);
  }
  :host([rotate][flip='y']) {
    transform: rotate(var(--rotate-angle, 0deg)) scaleY(-1);
  }
  :host([rotate][flip='both']) {
    transform: rotate(var(--rotate-angle, 0deg)) scale(-1, -1);
  }

  /* #region Animations — ported from Font Awesome 7.3 (--fa-* props mapped to wa-icon's --* names) */

  :host([animation='beat']) {
    animation-name: beat;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='bounce']) {
    animation-name: bounce;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, cubic-bezier(0.28, 0.84, 0.42, 1));
  }

  :host([animation='fade']) {
    animation-name: fade;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='beat-fade']) {
    animation-name: beat-fade;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='flip']) {
    animation-name: flip;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1.5s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='flip-360']) {
    animation-name: flip-360;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='shake']) {
    animation-name: shake;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 0.75s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='spin']) {
    animation-name: spin;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 2s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='spin-pulse']) {
    animation-name: spin;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, steps(8));
  }

  /* spin-reverse is FA's reverse modifier expressed as a standalone value; reverse any spin via --animation-direction: reverse */
  :host([animation='spin-reverse']) {
    animation-name: spin;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, reverse);
    animation-duration: var(--animation-duration, 2s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='spin-snap']) {
    animation-name: spin-snap;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 3s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='spin-snap-4']) {
    animation-name: spin-snap-4;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 2.4s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='spin-snap-8']) {
    animation-name: spin-snap-8;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 4s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='buzz']) {
    animation-name: buzz;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 0.6s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='wag']) {
    animation-name: wag;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 0.9s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-out);
    transform-origin: bottom center;
  }

  :host([animation='float']) {
    animation-name: float;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 3s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
    will-change: transform;
  }

  :host([animation='swing']) {
    animation-name: swing;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1.2s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-out);
    transform-origin: top center;
  }

  :host([animation='jello']) {
    animation-name: jello;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 0.9s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-out);
  }

  @media (prefers-reduced-motion: reduce) {
    :host([animation='beat']),
    :host([animation='bounce']),
    :host([animation='fade']),
    :host([animation='beat-fade']),
    :host([animation='flip']),
    :host([animation='flip-360']),
    :host([animation='shake']),
    :host([animation='spin']),
    :host([animation='spin-pulse']),
    :host([animation='spin-reverse']),
    :host([animation='spin-snap']),
    :host([animation='spin-snap-4']),
    :host([animation='spin-snap-8']),
    :host([animation='buzz']),
    :host([animation='wag']),
    :host([animation='float']),
    :host([animation='swing']),
    :host([animation='jello']) {
      animation: none !important;
      transition: none !important;
    }
  }

  /* #endregion */

  /* #region Keyframes — ported verbatim from Font Awesome 7.3 */

  @keyframes beat {
    0% {
      transform: scale(1);
    }
    25% {
      transform: scale(calc(1.25 * var(--beat-scale, 1.25)));
    }
    45% {
      transform: scale(calc(1.22 * var(--beat-scale, 1.22)));
    }
    65% {
      transform: scale(calc(1.25 * var(--beat-scale, 1.25)));
    }
    90% {
      transform: scale(1);
    }
  }

  @keyframes bounce {
    0% {
      transform: scale(1, 1) translateY(0);
      /* No fallback by design (ported from FA 7.3): the first segment uses the user's --animation-timing or the CSS
         initial ease, while the explicit cubic-beziers on later stops drive the bounce physics. */
      animation-timing-function: var(--animation-timing);
    }
    14% {
      transform: scale(var(--bounce-start-scale-x, 1.06), var(--bounce-start-scale-y, 0.94))
        translateY(var(--bounce-anticipation, 3px));
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    32% {
      transform: scale(var(--bounce-jump-scale-x, 0.94), var(--bounce-jump-scale-y, 1.12))
        translateY(calc(-1 * var(--bounce-height, 0.5em)));
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    52% {
      transform: scale(1, 1) translateY(calc(-1 * var(--bounce-height, 0.5em) * 1.1));
      animation-timing-function: cubic-bezier(0.5, 0, 1, 0.5);
    }
    70% {
      transform: scale(var(--bounce-land-scale-x, 1.06), var(--bounce-land-scale-y, 0.92)) translateY(0);
      animation-timing-function: cubic-bezier(0.33, 0.33, 0.66, 1);
    }
    85% {
      transform: scale(0.98, 1.04) translateY(calc(-2px * var(--bounce-rebound, 1)));
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 1);
    }
    100% {
      transform: scale(1, 1) translateY(0);
    }
  }

  @keyframes fade {
    0% {
      opacity: 1;
      transform: scale(1);
      animation-timing-function: cubic-bezier(0.2, 0, 0.4, 1);
    }
    40% {
      opacity: var(--fade-opacity, 0.4);
      transform: scale(0.98);
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    100% {
      opacity: 1;
      transform: scale(1);
    }
  }

  @keyframes beat-fade {
    0% {
      opacity: var(--beat-fade-opacity, 0.4);
      transform: scale(1);
      animation-timing-function: cubic-bezier(0.2, 0, 0.4, 1);
    }
    25% {
      opacity: calc(var(--beat-fade-opacity, 0.4) + 0.4);
      transform: scale(var(--beat-fade-scale, 1.28));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    45% {
      opacity: 1;
      transform: scale(var(--beat-fade-scale, 1.25));
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    65% {
      opacity: calc(var(--beat-fade-opacity, 0.4) + 0.4);
      transform: scale(var(--beat-fade-scale, 1.28));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    100% {
      opacity: var(--beat-fade-opacity, 0.4);
      transform: scale(1);
    }
  }

  @keyframes flip {
    0% {
      transform: perspective(2em) scale(1) rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), 0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.4, 1);
    }
    8% {
      transform: perspective(2em) scale(var(--flip-anticipation-scale, 0.95))
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), 0deg);
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    35% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), calc(var(--flip-angle, -360deg) * 0.6));
      animation-timing-function: linear;
    }
    65% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), calc(var(--flip-angle, -360deg) * 0.5));
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    92% {
      transform: perspective(2em) scale(1)
        rotate3d(
          var(--flip-x, 0),
          var(--flip-y, 1),
          var(--flip-z, 0),
          calc(var(--flip-angle, -360deg) * var(--flip-overshoot, 1.04))
        );
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 1);
    }
    100% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), var(--flip-angle, -360deg));
    }
  }

  @keyframes flip-360 {
    0% {
      transform: perspective(2em) scale(1) rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), 0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.4, 1);
    }
    8% {
      transform: perspective(2em) scale(var(--flip-anticipation-scale, 0.95))
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), 0deg);
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    50% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), calc(var(--flip-angle, -360deg) * 0.6));
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    80% {
      transform: perspective(2em) scale(1)
        rotate3d(
          var(--flip-x, 0),
          var(--flip-y, 1),
          var(--flip-z, 0),
          calc(var(--flip-angle, -360deg) * var(--flip-overshoot, 1.04))
        );
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 1);
    }
    100% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), var(--flip-angle, -360deg));
    }
  }

  @keyframes shake {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.8, 1);
    }
    8% {
      transform: rotate(35deg) translateX(1px);
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    20% {
      transform: rotate(-22deg) translateX(-1px);
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    35% {
      transform: rotate(15deg) translateX(1px);
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    50% {
      transform: rotate(-9deg);
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    65% {
      transform: rotate(5deg);
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    78% {
      transform: rotate(-3deg);
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    90% {
      transform: rotate(1deg);
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    100% {
      transform: rotate(0deg);
    }
  }

  @keyframes spin {
    0% {
      transform: rotate(0deg);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes spin-snap {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    12% {
      transform: rotate(60deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    16.67% {
      transform: rotate(60deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    28.67% {
      transform: rotate(120deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    33.33% {
      transform: rotate(120deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    45.33% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    50% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    62% {
      transform: rotate(240deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    66.67% {
      transform: rotate(240deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    78.67% {
      transform: rotate(300deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    83.33% {
      transform: rotate(300deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    95.33% {
      transform: rotate(360deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes spin-snap-4 {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    15% {
      transform: rotate(90deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    25% {
      transform: rotate(90deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    40% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    50% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    65% {
      transform: rotate(270deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    75% {
      transform: rotate(270deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    90% {
      transform: rotate(360deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes spin-snap-8 {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    9% {
      transform: rotate(45deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    12.5% {
      transform: rotate(45deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    21.5% {
      transform: rotate(90deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    25% {
      transform: rotate(90deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    34% {
      transform: rotate(135deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    37.5% {
      transform: rotate(135deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    46.5% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    50% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    59% {
      transform: rotate(225deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    62.5% {
      transform: rotate(225deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    71.5% {
      transform: rotate(270deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    75% {
      transform: rotate(270deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    84% {
      transform: rotate(315deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    87.5% {
      transform: rotate(315deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    96.5% {
      transform: rotate(360deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes buzz {
    0% {
      transform: translateX(0) rotate(0deg);
      animation-timing-function: cubic-bezier(0.1, 0, 0.9, 1);
    }
    5% {
      transform: translateX(var(--buzz-distance, 4px)) rotate(0.5deg);
    }
    10% {
      transform: translateX(calc(-1 * var(--buzz-distance, 4px))) rotate(-0.5deg);
    }
    15% {
      transform: translateX(var(--buzz-distance, 4px)) rotate(0.3deg);
    }
    20% {
      transform: translateX(calc(-1 * var(--buzz-distance, 4px))) rotate(-0.3deg);
    }
    25% {
      transform: translateX(calc(var(--buzz-distance, 4px) * 0.7)) rotate(0.2deg);
    }
    30% {
      transform: translateX(calc(-1 * var(--buzz-distance, 4px) * 0.7)) rotate(-0.2deg);
    }
    35% {
      transform: translateX(calc(var(--buzz-distance, 4px) * 0.4)) rotate(0.1deg);
    }
    40% {
      transform: translateX(0) rotate(0deg);
    }
    100% {
      transform: translateX(0) rotate(0deg);
    }
  }

  @keyframes wag {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.6, 1);
    }
    12% {
      transform: rotate(var(--wag-angle, 12deg));
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    24% {
      transform: rotate(2deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.6, 1);
    }
    36% {
      transform: rotate(calc(var(--wag-angle, 12deg) * 0.85));
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    48% {
      transform: rotate(1deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.6, 1);
    }
    58% {
      transform: rotate(calc(var(--wag-angle, 12deg) * 0.6));
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    68% {
      transform: rotate(0deg);
    }
    100% {
      transform: rotate(0deg);
    }
  }

  @keyframes float {
    0% {
      transform: translateY(0) translateX(0) rotate(0deg)
        scale(var(--float-squash-x, 1.02), var(--float-squash-y, 0.98));
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    15% {
      transform: translateY(calc(-0.4 * var(--float-height, 6px))) translateX(var(--float-drift, 1px))
        rotate(var(--float-tilt, 1deg)) scale(1, 1);
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    35% {
      transform: translateY(calc(-1 * var(--float-height, 6px))) translateX(0) rotate(0deg)
        scale(var(--float-stretch-x, 0.98), var(--float-stretch-y, 1.03));
      animation-timing-function: cubic-bezier(0.5, 0, 0.5, 0);
    }
    50% {
      transform: translateY(calc(-0.92 * var(--float-height, 6px))) translateX(calc(-0.5 * var(--float-drift, 1px)))
        rotate(calc(-0.5 * var(--float-tilt, 1deg))) scale(0.995, 1.01);
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    70% {
      transform: translateY(calc(-0.3 * var(--float-height, 6px))) translateX(calc(-1 * var(--float-drift, 1px)))
        rotate(calc(-1 * var(--float-tilt, 1deg))) scale(1, 1);
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    90% {
      transform: translateY(calc(0.05 * var(--float-height, 6px))) translateX(0) rotate(0deg)
        scale(var(--float-squash-x, 1.02), var(--float-squash-y, 0.98));
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 1);
    }
    100% {
      transform: translateY(0) translateX(0) rotate(0deg)
        scale(var(--float-squash-x, 1.02), var(--float-squash-y, 0.98));
    }
  }

  @keyframes swing {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.8, 1);
    }
    8% {
      transform: rotate(var(--swing-angle, 22deg));
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    18% {
      transform: rotate(calc(-1 * var(--swing-angle, 22deg) * 0.85));
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    28% {
      transform: rotate(calc(var(--swing-angle, 22deg) * 0.65));
      animation-timing-function: cubic-bezier(0.35, 0, 0.65, 1);
    }
    38% {
      transform: rotate(calc(-1 * var(--swing-angle, 22deg) * 0.45));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    48% {
      transform: rotate(calc(var(--swing-angle, 22deg) * 0.25));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    56% {
      transform: rotate(calc(-1 * var(--swing-angle, 22deg) * 0.1));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    64% {
      transform: rotate(0deg);
    }
    100% {
      transform: rotate(0deg);
    }
  }

  @keyframes jello {
    0% {
      transform: scale(1, 1);
      animation-timing-function: cubic-bezier(0.2, 0, 0.8, 1);
    }
    12% {
      transform: scale(var(--jello-scale-x, 1.15), calc(2 - var(--jello-scale-x, 1.15)));
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    24% {
      transform: scale(calc(2 - var(--jello-scale-y, 1.12)), var(--jello-scale-y, 1.12));
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    36% {
      transform: scale(
        calc(1 + (var(--jello-scale-x, 1.15) - 1) * 0.5),
        calc(2 - (1 + (var(--jello-scale-x, 1.15) - 1) * 0.5))
      );
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    48% {
      transform: scale(
        calc(2 - (1 + (var(--jello-scale-y, 1.12) - 1) * 0.3)),
        calc(1 + (var(--jello-scale-y, 1.12) - 1) * 0.3)
      );
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    58% {
      transform: scale(1.02, 0.98);
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    68% {
      transform: scale(1, 1);
    }
    100% {
      transform: scale(1, 1);
    }
  }

  /* #endregion */
`,Ft=``,It=``;function Lt(){return Ft.replace(/\/$/,``)}function Rt(e){It=e}function zt(){if(!It){let e=document.querySelector(`[data-fa-kit-code]`);e&&Rt(e.getAttribute(`data-fa-kit-code`)||``)}return It}var Bt=`7.3.0`;function Vt(e,t,n){let r=`solid`;return t===`chisel`&&(r=`chisel-regular`),t===`etch`&&(r=`etch-solid`),t===`graphite`&&(r=`graphite-thin`),t===`jelly`&&(r=`jelly-regular`,n===`duo-regular`&&(r=`jelly-duo-regular`),n===`fill-regular`&&(r=`jelly-fill-regular`)),t===`jelly-duo`&&(r=`jelly-duo-regular`),t===`jelly-fill`&&(r=`jelly-fill-regular`),t===`notdog`&&(n===`solid`&&(r=`notdog-solid`),n===`duo-solid`&&(r=`notdog-duo-solid`)),t===`notdog-duo`&&(r=`notdog-duo-solid`),t===`slab`&&((n===`solid`||n===`regular`)&&(r=`slab-regular`),n===`press-regular`&&(r=`slab-press-regular`)),t===`slab-press`&&(r=`slab-press-regular`),t===`slab-duo`&&(r=`slab-duo-regular`),t===`slab-press-duo`&&(r=`slab-press-duo-regular`),t===`thumbprint`&&(r=`thumbprint-light`),t===`utility`&&(r=`utility-semibold`),t===`utility-duo`&&(r=`utility-duo-semibold`),t===`utility-fill`&&(r=`utility-fill-semibold`),t===`whiteboard`&&(r=`whiteboard-semibold`),t===`mosaic`&&(r=`mosaic-solid`),t===`pixel`&&(r=`pixel-regular`),t===`vellum`&&(r=`vellum-solid`),t===`classic`&&(n===`thin`&&(r=`thin`),n===`light`&&(r=`light`),n===`regular`&&(r=`regular`),n===`solid`&&(r=`solid`)),t===`duotone`&&(n===`thin`&&(r=`duotone-thin`),n===`light`&&(r=`duotone-light`),n===`regular`&&(r=`duotone-regular`),n===`solid`&&(r=`duotone`)),t===`sharp`&&(n===`thin`&&(r=`sharp-thin`),n===`light`&&(r=`sharp-light`),n===`regular`&&(r=`sharp-regular`),n===`solid`&&(r=`sharp-solid`)),t===`sharp-duotone`&&(n===`thin`&&(r=`sharp-duotone-thin`),n===`light`&&(r=`sharp-duotone-light`),n===`regular`&&(r=`sharp-duotone-regular`),n===`solid`&&(r=`sharp-duotone-solid`)),t===`brands`&&(r=`brands`),r}function Ht(e,t,n){let r=Vt(e,t,n),i=Lt();if(i)return`${i}/${r}/${e}.svg`;let a=zt();return a.length>0?`https://ka-p.fontawesome.com/releases/v${Bt}/svgs/${r}/${e}.svg?token=${encodeURIComponent(a)}`:`https://ka-f.fontawesome.com/releases/v${Bt}/svgs/${r}/${e}.svg`}var Ut={name:`default`,resolver:(e,t=`classic`,n=`solid`)=>Ht(e,t,n),mutator:(e,t)=>{if(e.hasAttribute(`fill`)||e.setAttribute(`fill`,`currentColor`),t?.family&&!e.hasAttribute(`data-duotone-initialized`)){let{family:n,variant:r}=t;if(n===`duotone`||n===`sharp-duotone`||n===`notdog-duo`||n===`notdog`&&r===`duo-solid`||n===`jelly-duo`||n===`jelly`&&r===`duo-regular`||n===`utility-duo`||n===`slab-duo`||n===`slab-press-duo`||n===`thumbprint`){let n=[...e.querySelectorAll(`path`)],r=n.find(e=>!e.hasAttribute(`opacity`)),i=n.find(e=>e.hasAttribute(`opacity`));if(!r||!i)return;if(r.setAttribute(`data-duotone-primary`,``),i.setAttribute(`data-duotone-secondary`,``),t.swapOpacity&&r&&i){let e=i.getAttribute(`opacity`)||`0.4`;r.style.setProperty(`--path-opacity`,e),i.style.setProperty(`--path-opacity`,`1`)}e.setAttribute(`data-duotone-initialized`,``)}}}};function Wt(e){return`data:image/svg+xml,${encodeURIComponent(e)}`}var Gt={solid:{"arrow-down":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M169.4 502.6c12.5 12.5 32.8 12.5 45.3 0l160-160c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0L224 402.7 224 32c0-17.7-14.3-32-32-32s-32 14.3-32 32l0 370.7-105.4-105.4c-12.5-12.5-32.8-12.5-45.3 0s-12.5 32.8 0 45.3l160 160z"/></svg>`,"arrow-up":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M214.6 9.4c-12.5-12.5-32.8-12.5-45.3 0l-160 160c-12.5 12.5-12.5 32.8 0 45.3s32.8 12.5 45.3 0L160 109.3 160 480c0 17.7 14.3 32 32 32s32-14.3 32-32l0-370.7 105.4 105.4c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3l-160-160z"/></svg>`,backward:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M236.3 107.1C247.9 96 265 92.9 279.7 99.2C294.4 105.5 304 120 304 136L304 272.3L476.3 107.2C487.9 96 505 92.9 519.7 99.2C534.4 105.5 544 120 544 136L544 504C544 520 534.4 534.5 519.7 540.8C505 547.1 487.9 544 476.3 532.9L304 367.7L304 504C304 520 294.4 534.5 279.7 540.8C265 547.1 247.9 544 236.3 532.9L44.3 348.9C36.5 341.3 32 330.9 32 320C32 309.1 36.5 298.7 44.3 291.1L236.3 107.1z"/></svg>`,"backward-step":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M491 100.8C478.1 93.8 462.3 94.5 450 102.6L192 272.1L192 128C192 110.3 177.7 96 160 96C142.3 96 128 110.3 128 128L128 512C128 529.7 142.3 544 160 544C177.7 544 192 529.7 192 512L192 367.9L450 537.5C462.3 545.6 478 546.3 491 539.3C504 532.3 512 518.8 512 504.1L512 136.1C512 121.4 503.9 107.9 491 100.9z"/></svg>`,bars:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.3.1 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free (Icons: CC BY 4.0, Fonts: SIL OFL 1.1, Code: MIT License) Copyright 2026 Fonticons, Inc. --><path d="M0 96C0 78.3 14.3 64 32 64l384 0c17.7 0 32 14.3 32 32s-14.3 32-32 32L32 128C14.3 128 0 113.7 0 96zM0 256c0-17.7 14.3-32 32-32l384 0c17.7 0 32 14.3 32 32s-14.3 32-32 32L32 288c-17.7 0-32-14.3-32-32zM448 416c0 17.7-14.3 32-32 32L32 448c-17.7 0-32-14.3-32-32s14.3-32 32-32l384 0c17.7 0 32 14.3 32 32z"/></svg>`,"angles-left":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M77.3 256 214.7 118.6c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0l-160 160c-12.5 12.5-12.5 32.8 0 45.3l160 160c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3L77.3 256zm192 0L406.7 118.6c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0l-160 160c-12.5 12.5-12.5 32.8 0 45.3l160 160c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3L269.3 256z"/></svg>`,"angles-right":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M434.7 256 297.3 118.6c-12.5-12.5-12.5-32.8 0-45.3s32.8-12.5 45.3 0l160 160c12.5 12.5 12.5 32.8 0 45.3l-160 160c-12.5 12.5-32.8 12.5-45.3 0s-12.5-32.8 0-45.3L434.7 256zm-192 0L105.3 118.6c-12.5-12.5-12.5-32.8 0-45.3s32.8-12.5 45.3 0l160 160c12.5 12.5 12.5 32.8 0 45.3l-160 160c-12.5 12.5-32.8 12.5-45.3 0s-12.5-32.8 0-45.3L242.7 256z"/></svg>`,check:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M434.8 70.1c14.3 10.4 17.5 30.4 7.1 44.7l-256 352c-5.5 7.6-14 12.3-23.4 13.1s-18.5-2.7-25.1-9.3l-128-128c-12.5-12.5-12.5-32.8 0-45.3s32.8-12.5 45.3 0l101.5 101.5 234-321.7c10.4-14.3 30.4-17.5 44.7-7.1z"/></svg>`,"chevron-down":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M201.4 406.6c12.5 12.5 32.8 12.5 45.3 0l192-192c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0L224 338.7 54.6 169.4c-12.5-12.5-32.8-12.5-45.3 0s-12.5 32.8 0 45.3l192 192z"/></svg>`,"chevron-left":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M9.4 233.4c-12.5 12.5-12.5 32.8 0 45.3l192 192c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3L77.3 256 246.6 86.6c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0l-192 192z"/></svg>`,"chevron-right":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M311.1 233.4c12.5 12.5 12.5 32.8 0 45.3l-192 192c-12.5 12.5-32.8 12.5-45.3 0s-12.5-32.8 0-45.3L243.2 256 73.9 86.6c-12.5-12.5-12.5-32.8 0-45.3s32.8-12.5 45.3 0l192 192z"/></svg>`,circle:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M0 256a256 256 0 1 1 512 0 256 256 0 1 1 -512 0z"/></svg>`,"closed-captioning":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M64 192C64 156.7 92.7 128 128 128L512 128C547.3 128 576 156.7 576 192L576 448C576 483.3 547.3 512 512 512L128 512C92.7 512 64 483.3 64 448L64 192zM216 272L248 272C252.4 272 256 275.6 256 280C256 293.3 266.7 304 280 304C293.3 304 304 293.3 304 280C304 249.1 278.9 224 248 224L216 224C185.1 224 160 249.1 160 280L160 360C160 390.9 185.1 416 216 416L248 416C278.9 416 304 390.9 304 360C304 346.7 293.3 336 280 336C266.7 336 256 346.7 256 360C256 364.4 252.4 368 248 368L216 368C211.6 368 208 364.4 208 360L208 280C208 275.6 211.6 272 216 272zM384 280C384 275.6 387.6 272 392 272L424 272C428.4 272 432 275.6 432 280C432 293.3 442.7 304 456 304C469.3 304 480 293.3 480 280C480 249.1 454.9 224 424 224L392 224C361.1 224 336 249.1 336 280L336 360C336 390.9 361.1 416 392 416L424 416C454.9 416 480 390.9 480 360C480 346.7 469.3 336 456 336C442.7 336 432 346.7 432 360C432 364.4 428.4 368 424 368L392 368C387.6 368 384 364.4 384 360L384 280z"/></svg>`,"closed-captioning-slash":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M39 39.1C48.4 29.7 63.6 29.7 72.9 39.1L161.8 128L512 128C547.3 128 576 156.7 576 192L576 448C576 473.5 561.1 495.4 539.6 505.8L601 567.1C610.4 576.5 610.4 591.7 601 601C591.6 610.3 576.4 610.4 567.1 601L39 73.1C29.7 63.7 29.7 48.5 39 39.1zM384 350.1L384 279.9C384 275.5 387.6 271.9 392 271.9L424 271.9C428.4 271.9 432 275.5 432 279.9C432 293.2 442.7 303.9 456 303.9C469.3 303.9 480 293.2 480 279.9C480 249 454.9 223.9 424 223.9L392 223.9C361.1 223.9 336 249 336 279.9L336 302.1L384 350.1zM445.5 411.6C465.7 403.2 480 383.2 480 359.9C480 346.6 469.3 335.9 456 335.9C442.7 335.9 432 346.6 432 359.9C432 364.3 428.4 367.9 424 367.9L401.8 367.9L445.5 411.6zM162.3 264.1C160.8 269.1 160 274.5 160 280L160 360C160 390.9 185.1 416 216 416L248 416C266.1 416 282.1 407.5 292.4 394.2L410.2 512L128 512C92.7 512 64 483.3 64 448L64 192C64 184.2 65.4 176.7 68 169.8L162.3 264.1zM256.1 357.9C256 358.6 256 359.3 256 360C256 364.4 252.4 368 248 368L216 368C211.6 368 208 364.4 208 360L208 309.8L256.1 357.9z"/></svg>`,compress:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M160 64c0-17.7-14.3-32-32-32S96 46.3 96 64l0 64-64 0c-17.7 0-32 14.3-32 32s14.3 32 32 32l96 0c17.7 0 32-14.3 32-32l0-96zM32 320c-17.7 0-32 14.3-32 32s14.3 32 32 32l64 0 0 64c0 17.7 14.3 32 32 32s32-14.3 32-32l0-96c0-17.7-14.3-32-32-32l-96 0zM352 64c0-17.7-14.3-32-32-32s-32 14.3-32 32l0 96c0 17.7 14.3 32 32 32l96 0c17.7 0 32-14.3 32-32s-14.3-32-32-32l-64 0 0-64zM320 320c-17.7 0-32 14.3-32 32l0 96c0 17.7 14.3 32 32 32s32-14.3 32-32l0-64 64 0c17.7 0 32-14.3 32-32s-14.3-32-32-32l-96 0z"/></svg>`,ellipsis:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.3.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M96 320C96 289.1 121.1 264 152 264C182.9 264 208 289.1 208 320C208 350.9 182.9 376 152 376C121.1 376 96 350.9 96 320zM264 320C264 289.1 289.1 264 320 264C350.9 264 376 289.1 376 320C376 350.9 350.9 376 320 376C289.1 376 264 350.9 264 320zM488 264C518.9 264 544 289.1 544 320C544 350.9 518.9 376 488 376C457.1 376 432 350.9 432 320C432 289.1 457.1 264 488 264z"/></svg>`,"ellipsis-vertical":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M320 208C289.1 208 264 182.9 264 152C264 121.1 289.1 96 320 96C350.9 96 376 121.1 376 152C376 182.9 350.9 208 320 208zM320 432C350.9 432 376 457.1 376 488C376 518.9 350.9 544 320 544C289.1 544 264 518.9 264 488C264 457.1 289.1 432 320 432zM376 320C376 350.9 350.9 376 320 376C289.1 376 264 350.9 264 320C264 289.1 289.1 264 320 264C350.9 264 376 289.1 376 320z"/></svg>`,expand:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 96C110.3 96 96 110.3 96 128L96 224C96 241.7 110.3 256 128 256C145.7 256 160 241.7 160 224L160 160L224 160C241.7 160 256 145.7 256 128C256 110.3 241.7 96 224 96L128 96zM160 416C160 398.3 145.7 384 128 384C110.3 384 96 398.3 96 416L96 512C96 529.7 110.3 544 128 544L224 544C241.7 544 256 529.7 256 512C256 494.3 241.7 480 224 480L160 480L160 416zM416 96C398.3 96 384 110.3 384 128C384 145.7 398.3 160 416 160L480 160L480 224C480 241.7 494.3 256 512 256C529.7 256 544 241.7 544 224L544 128C544 110.3 529.7 96 512 96L416 96zM544 416C544 398.3 529.7 384 512 384C494.3 384 480 398.3 480 416L480 480L416 480C398.3 480 384 494.3 384 512C384 529.7 398.3 544 416 544L512 544C529.7 544 544 529.7 544 512L544 416z"/></svg>`,eyedropper:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M341.6 29.2l-101.6 101.6-9.4-9.4c-12.5-12.5-32.8-12.5-45.3 0s-12.5 32.8 0 45.3l160 160c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3l-9.4-9.4 101.6-101.6c39-39 39-102.2 0-141.1s-102.2-39-141.1 0zM55.4 323.3c-15 15-23.4 35.4-23.4 56.6l0 42.4-26.6 39.9c-8.5 12.7-6.8 29.6 4 40.4s27.7 12.5 40.4 4l39.9-26.6 42.4 0c21.2 0 41.6-8.4 56.6-23.4l109.4-109.4-45.3-45.3-109.4 109.4c-3 3-7.1 4.7-11.3 4.7l-36.1 0 0-36.1c0-4.2 1.7-8.3 4.7-11.3l109.4-109.4-45.3-45.3-109.4 109.4z"/></svg>`,filter:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M32 64C19.1 64 7.4 71.8 2.4 83.8S.2 109.5 9.4 118.6L192 301.3 192 416c0 8.5 3.4 16.6 9.4 22.6l64 64c9.2 9.2 22.9 11.9 34.9 6.9S320 492.9 320 480l0-178.7 182.6-182.6c9.2-9.2 11.9-22.9 6.9-34.9S492.9 64 480 64L32 64z"/></svg>`,forward:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M403.7 107.1C392.1 96 375 92.9 360.3 99.2C345.6 105.5 336 120 336 136L336 272.3L163.7 107.2C152.1 96 135 92.9 120.3 99.2C105.6 105.5 96 120 96 136L96 504C96 520 105.6 534.5 120.3 540.8C135 547.1 152.1 544 163.7 532.9L336 367.7L336 504C336 520 345.6 534.5 360.3 540.8C375 547.1 392.1 544 403.7 532.9L595.7 348.9C603.6 341.4 608 330.9 608 320C608 309.1 603.5 298.7 595.7 291.1L403.7 107.1z"/></svg>`,file:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M192 64C156.7 64 128 92.7 128 128L128 512C128 547.3 156.7 576 192 576L448 576C483.3 576 512 547.3 512 512L512 234.5C512 217.5 505.3 201.2 493.3 189.2L386.7 82.7C374.7 70.7 358.5 64 341.5 64L192 64zM453.5 240L360 240C346.7 240 336 229.3 336 216L336 122.5L453.5 240z"/></svg>`,"file-audio":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM389.8 307.7C380.7 301.4 368.3 303.6 362 312.7C355.7 321.8 357.9 334.2 367 340.5C390.9 357.2 406.4 384.8 406.4 416C406.4 447.2 390.8 474.9 367 491.5C357.9 497.8 355.7 510.3 362 519.3C368.3 528.3 380.8 530.6 389.8 524.3C423.9 500.5 446.4 460.8 446.4 416C446.4 371.2 424 331.5 389.8 307.7zM208 376C199.2 376 192 383.2 192 392L192 440C192 448.8 199.2 456 208 456L232 456L259.2 490C262.2 493.8 266.8 496 271.7 496L272 496C280.8 496 288 488.8 288 480L288 352C288 343.2 280.8 336 272 336L271.7 336C266.8 336 262.2 338.2 259.2 342L232 376L208 376zM336 448.2C336 458.9 346.5 466.4 354.9 459.8C367.8 449.5 376 433.7 376 416C376 398.3 367.8 382.5 354.9 372.2C346.5 365.5 336 373.1 336 383.8L336 448.3z"/></svg>`,"file-code":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM282.2 359.6C290.8 349.5 289.7 334.4 279.6 325.8C269.5 317.2 254.4 318.3 245.8 328.4L197.8 384.4C190.1 393.4 190.1 406.6 197.8 415.6L245.8 471.6C254.4 481.7 269.6 482.8 279.6 474.2C289.6 465.6 290.8 450.4 282.2 440.4L247.6 400L282.2 359.6zM394.2 328.4C385.6 318.3 370.4 317.2 360.4 325.8C350.4 334.4 349.2 349.6 357.8 359.6L392.4 400L357.8 440.4C349.2 450.5 350.3 465.6 360.4 474.2C370.5 482.8 385.6 481.7 394.2 471.6L442.2 415.6C449.9 406.6 449.9 393.4 442.2 384.4L394.2 328.4z"/></svg>`,"file-excel":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM292 330.7C284.6 319.7 269.7 316.7 258.7 324C247.7 331.3 244.7 346.3 252 357.3L291.2 416L252 474.7C244.6 485.7 247.6 500.6 258.7 508C269.8 515.4 284.6 512.4 292 501.3L320 459.3L348 501.3C355.4 512.3 370.3 515.3 381.3 508C392.3 500.7 395.3 485.7 388 474.7L348.8 416L388 357.3C395.4 346.3 392.4 331.4 381.3 324C370.2 316.6 355.4 319.6 348 330.7L320 372.7L292 330.7z"/></svg>`,"file-image":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM256 320C256 302.3 241.7 288 224 288C206.3 288 192 302.3 192 320C192 337.7 206.3 352 224 352C241.7 352 256 337.7 256 320zM220.6 512L419.4 512C435.2 512 448 499.2 448 483.4C448 476.1 445.2 469 440.1 463.7L343.3 361.9C337.3 355.6 328.9 352 320.1 352L319.8 352C311 352 302.7 355.6 296.6 361.9L199.9 463.7C194.8 469 192 476.1 192 483.4C192 499.2 204.8 512 220.6 512z"/></svg>`,"file-pdf":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 64C92.7 64 64 92.7 64 128L64 512C64 547.3 92.7 576 128 576L208 576L208 464C208 428.7 236.7 400 272 400L448 400L448 234.5C448 217.5 441.3 201.2 429.3 189.2L322.7 82.7C310.7 70.7 294.5 64 277.5 64L128 64zM389.5 240L296 240C282.7 240 272 229.3 272 216L272 122.5L389.5 240zM272 444C261 444 252 453 252 464L252 592C252 603 261 612 272 612C283 612 292 603 292 592L292 564L304 564C337.1 564 364 537.1 364 504C364 470.9 337.1 444 304 444L272 444zM304 524L292 524L292 484L304 484C315 484 324 493 324 504C324 515 315 524 304 524zM400 444C389 444 380 453 380 464L380 592C380 603 389 612 400 612L432 612C460.7 612 484 588.7 484 560L484 496C484 467.3 460.7 444 432 444L400 444zM420 572L420 484L432 484C438.6 484 444 489.4 444 496L444 560C444 566.6 438.6 572 432 572L420 572zM508 464L508 592C508 603 517 612 528 612C539 612 548 603 548 592L548 548L576 548C587 548 596 539 596 528C596 517 587 508 576 508L548 508L548 484L576 484C587 484 596 475 596 464C596 453 587 444 576 444L528 444C517 444 508 453 508 464z"/></svg>`,"file-powerpoint":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM280 320C266.7 320 256 330.7 256 344L256 488C256 501.3 266.7 512 280 512C293.3 512 304 501.3 304 488L304 464L328 464C367.8 464 400 431.8 400 392C400 352.2 367.8 320 328 320L280 320zM328 416L304 416L304 368L328 368C341.3 368 352 378.7 352 392C352 405.3 341.3 416 328 416z"/></svg>`,"file-video":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM208 368L208 464C208 481.7 222.3 496 240 496L336 496C353.7 496 368 481.7 368 464L368 440L403 475C406.2 478.2 410.5 480 415 480C424.4 480 432 472.4 432 463L432 368.9C432 359.5 424.4 351.9 415 351.9C410.5 351.9 406.2 353.7 403 356.9L368 391.9L368 367.9C368 350.2 353.7 335.9 336 335.9L240 335.9C222.3 335.9 208 350.2 208 367.9z"/></svg>`,"file-word":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM263.4 338.8C260.5 325.9 247.7 317.7 234.8 320.6C221.9 323.5 213.7 336.3 216.6 349.2L248.6 493.2C250.9 503.7 260 511.4 270.8 512C281.6 512.6 291.4 505.9 294.8 495.6L320 419.9L345.2 495.6C348.6 505.8 358.4 512.5 369.2 512C380 511.5 389.1 503.8 391.4 493.2L423.4 349.2C426.3 336.3 418.1 323.4 405.2 320.6C392.3 317.8 379.4 325.9 376.6 338.8L363.4 398.2L342.8 336.4C339.5 326.6 330.4 320 320 320C309.6 320 300.5 326.6 297.2 336.4L276.6 398.2L263.4 338.8z"/></svg>`,"file-zipper":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM192 136C192 149.3 202.7 160 216 160L264 160C277.3 160 288 149.3 288 136C288 122.7 277.3 112 264 112L216 112C202.7 112 192 122.7 192 136zM192 232C192 245.3 202.7 256 216 256L264 256C277.3 256 288 245.3 288 232C288 218.7 277.3 208 264 208L216 208C202.7 208 192 218.7 192 232zM256 304L224 304C206.3 304 192 318.3 192 336L192 384C192 410.5 213.5 432 240 432C266.5 432 288 410.5 288 384L288 336C288 318.3 273.7 304 256 304zM240 368C248.8 368 256 375.2 256 384C256 392.8 248.8 400 240 400C231.2 400 224 392.8 224 384C224 375.2 231.2 368 240 368z"/></svg>`,"forward-step":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M21 36.8c12.9-7 28.7-6.3 41 1.8L320 208.1 320 64c0-17.7 14.3-32 32-32s32 14.3 32 32l0 384c0 17.7-14.3 32-32 32s-32-14.3-32-32l0-144.1-258 169.6c-12.3 8.1-28 8.8-41 1.8S0 454.7 0 440L0 72C0 57.3 8.1 43.8 21 36.8z"/></svg>`,gauge:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M0 256a256 256 0 1 1 512 0 256 256 0 1 1 -512 0zm320 96c0-26.9-16.5-49.9-40-59.3L280 120c0-13.3-10.7-24-24-24s-24 10.7-24 24l0 172.7c-23.5 9.5-40 32.5-40 59.3 0 35.3 28.7 64 64 64s64-28.7 64-64zM144 176a32 32 0 1 0 0-64 32 32 0 1 0 0 64zm-16 80a32 32 0 1 0 -64 0 32 32 0 1 0 64 0zm288 32a32 32 0 1 0 0-64 32 32 0 1 0 0 64zM400 144a32 32 0 1 0 -64 0 32 32 0 1 0 64 0z"/></svg>`,gear:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M259.1 73.5C262.1 58.7 275.2 48 290.4 48L350.2 48C365.4 48 378.5 58.7 381.5 73.5L396 143.5C410.1 149.5 423.3 157.2 435.3 166.3L503.1 143.8C517.5 139 533.3 145 540.9 158.2L570.8 210C578.4 223.2 575.7 239.8 564.3 249.9L511 297.3C511.9 304.7 512.3 312.3 512.3 320C512.3 327.7 511.8 335.3 511 342.7L564.4 390.2C575.8 400.3 578.4 417 570.9 430.1L541 481.9C533.4 495 517.6 501.1 503.2 496.3L435.4 473.8C423.3 482.9 410.1 490.5 396.1 496.6L381.7 566.5C378.6 581.4 365.5 592 350.4 592L290.6 592C275.4 592 262.3 581.3 259.3 566.5L244.9 496.6C230.8 490.6 217.7 482.9 205.6 473.8L137.5 496.3C123.1 501.1 107.3 495.1 99.7 481.9L69.8 430.1C62.2 416.9 64.9 400.3 76.3 390.2L129.7 342.7C128.8 335.3 128.4 327.7 128.4 320C128.4 312.3 128.9 304.7 129.7 297.3L76.3 249.8C64.9 239.7 62.3 223 69.8 209.9L99.7 158.1C107.3 144.9 123.1 138.9 137.5 143.7L205.3 166.2C217.4 157.1 230.6 149.5 244.6 143.4L259.1 73.5zM320.3 400C364.5 399.8 400.2 363.9 400 319.7C399.8 275.5 363.9 239.8 319.7 240C275.5 240.2 239.8 276.1 240 320.3C240.2 364.5 276.1 400.2 320.3 400z"/></svg>`,"grip-vertical":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M128 40c0-22.1-17.9-40-40-40L40 0C17.9 0 0 17.9 0 40L0 88c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48zm0 192c0-22.1-17.9-40-40-40l-48 0c-22.1 0-40 17.9-40 40l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48zM0 424l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48c0-22.1-17.9-40-40-40l-48 0c-22.1 0-40 17.9-40 40zM320 40c0-22.1-17.9-40-40-40L232 0c-22.1 0-40 17.9-40 40l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48zM192 232l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48c0-22.1-17.9-40-40-40l-48 0c-22.1 0-40 17.9-40 40zM320 424c0-22.1-17.9-40-40-40l-48 0c-22.1 0-40 17.9-40 40l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48z"/></svg>`,indeterminate:`<svg part="indeterminate-icon" class="icon" viewBox="0 0 16 16"><g stroke="none" stroke-width="1" fill="none" fill-rule="evenodd" stroke-linecap="round"><g stroke="currentColor" stroke-width="2"><g transform="translate(2.285714 6.857143)"><path d="M10.2857143,1.14285714 L1.14285714,1.14285714"/></g></g></g></svg>`,"magnifying-glass":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M416 208c0 45.9-14.9 88.3-40 122.7L502.6 457.4c12.5 12.5 12.5 32.8 0 45.3s-32.8 12.5-45.3 0L330.7 376C296.3 401.1 253.9 416 208 416 93.1 416 0 322.9 0 208S93.1 0 208 0 416 93.1 416 208zM208 352a144 144 0 1 0 0-288 144 144 0 1 0 0 288z"/></svg>`,minus:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M0 256c0-17.7 14.3-32 32-32l384 0c17.7 0 32 14.3 32 32s-14.3 32-32 32L32 288c-17.7 0-32-14.3-32-32z"/></svg>`,pause:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M48 32C21.5 32 0 53.5 0 80L0 432c0 26.5 21.5 48 48 48l64 0c26.5 0 48-21.5 48-48l0-352c0-26.5-21.5-48-48-48L48 32zm224 0c-26.5 0-48 21.5-48 48l0 352c0 26.5 21.5 48 48 48l64 0c26.5 0 48-21.5 48-48l0-352c0-26.5-21.5-48-48-48l-64 0z"/></svg>`,"picture-in-picture":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M448 32c35.3 0 64 28.7 64 64l0 112-64 0 0-112-384 0 0 320 144 0 0 64-144 0-6.5-.3c-30.1-3.1-54.1-27-57.1-57.1L0 416 0 96C0 62.9 25.2 35.6 57.5 32.3L64 32 448 32zm16 224c26.5 0 48 21.5 48 48l0 128c0 26.5-21.5 48-48 48l-160 0c-26.5 0-48-21.5-48-48l0-128c0-26.5 21.5-48 48-48l160 0z"/></svg>`,play:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M91.2 36.9c-12.4-6.8-27.4-6.5-39.6 .7S32 57.9 32 72l0 368c0 14.1 7.5 27.2 19.6 34.4s27.2 7.5 39.6 .7l336-184c12.8-7 20.8-20.5 20.8-35.1s-8-28.1-20.8-35.1l-336-184z"/></svg>`,"play-circle":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M0 256a256 256 0 1 1 512 0 256 256 0 1 1 -512 0zM188.3 147.1c-7.6 4.2-12.3 12.3-12.3 20.9l0 176c0 8.7 4.7 16.7 12.3 20.9s16.8 4.1 24.3-.5l144-88c7.1-4.4 11.5-12.1 11.5-20.5s-4.4-16.1-11.5-20.5l-144-88c-7.4-4.5-16.7-4.7-24.3-.5z"/></svg>`,plus:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M352 128C352 110.3 337.7 96 320 96C302.3 96 288 110.3 288 128L288 288L128 288C110.3 288 96 302.3 96 320C96 337.7 110.3 352 128 352L288 352L288 512C288 529.7 302.3 544 320 544C337.7 544 352 529.7 352 512L352 352L512 352C529.7 352 544 337.7 544 320C544 302.3 529.7 288 512 288L352 288L352 128z"/></svg>`,star:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M309.5-18.9c-4.1-8-12.4-13.1-21.4-13.1s-17.3 5.1-21.4 13.1L193.1 125.3 33.2 150.7c-8.9 1.4-16.3 7.7-19.1 16.3s-.5 18 5.8 24.4l114.4 114.5-25.2 159.9c-1.4 8.9 2.3 17.9 9.6 23.2s16.9 6.1 25 2L288.1 417.6 432.4 491c8 4.1 17.7 3.3 25-2s11-14.2 9.6-23.2L441.7 305.9 556.1 191.4c6.4-6.4 8.6-15.8 5.8-24.4s-10.1-14.9-19.1-16.3L383 125.3 309.5-18.9z"/></svg>`,"table-columns":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M0 96C0 60.7 28.7 32 64 32l320 0c35.3 0 64 28.7 64 64l0 320c0 35.3-28.7 64-64 64L64 480c-35.3 0-64-28.7-64-64L0 96zm64 64l0 256 128 0 0-256-128 0zm320 0l-128 0 0 256 128 0 0-256z"/></svg>`,thumbtack:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M32 32C32 14.3 46.3 0 64 0L320 0c17.7 0 32 14.3 32 32s-14.3 32-32 32l-29.5 0 10.3 134.1c37.1 21.2 65.8 56.4 78.2 99.7l3.8 13.4c2.8 9.7 .8 20-5.2 28.1S362 352 352 352L32 352c-10 0-19.5-4.7-25.5-12.7s-8-18.4-5.2-28.1L5 297.8c12.4-43.3 41-78.5 78.2-99.7L93.5 64 64 64C46.3 64 32 49.7 32 32zM160 400l64 0 0 112c0 17.7-14.3 32-32 32s-32-14.3-32-32l0-112z"/></svg>`,"up-down":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M406.6 502.6l96-96c9.2-9.2 11.9-22.9 6.9-34.9S492.9 352 480 352l-64 0 0-320c0-17.7-14.3-32-32-32s-32 14.3-32 32l0 320-64 0c-12.9 0-24.6 7.8-29.6 19.8s-2.2 25.7 6.9 34.9l96 96c12.5 12.5 32.8 12.5 45.3 0zM150.6 9.4c-12.5-12.5-32.8-12.5-45.3 0l-96 96c-9.2 9.2-11.9 22.9-6.9 34.9S19.1 160 32 160l64 0 0 320c0 17.7 14.3 32 32 32s32-14.3 32-32l0-320 64 0c12.9 0 24.6-7.8 29.6-19.8s2.2-25.7-6.9-34.9l-96-96z"/></svg>`,upload:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M352 173.3L352 384C352 401.7 337.7 416 320 416C302.3 416 288 401.7 288 384L288 173.3L246.6 214.7C234.1 227.2 213.8 227.2 201.3 214.7C188.8 202.2 188.8 181.9 201.3 169.4L297.3 73.4C309.8 60.9 330.1 60.9 342.6 73.4L438.6 169.4C451.1 181.9 451.1 202.2 438.6 214.7C426.1 227.2 405.8 227.2 393.3 214.7L352 173.3zM320 464C364.2 464 400 428.2 400 384L480 384C515.3 384 544 412.7 544 448L544 480C544 515.3 515.3 544 480 544L160 544C124.7 544 96 515.3 96 480L96 448C96 412.7 124.7 384 160 384L240 384C240 428.2 275.8 464 320 464zM464 488C477.3 488 488 477.3 488 464C488 450.7 477.3 440 464 440C450.7 440 440 450.7 440 464C440 477.3 450.7 488 464 488z"/></svg>`,user:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M224 248a120 120 0 1 0 0-240 120 120 0 1 0 0 240zm-29.7 56C95.8 304 16 383.8 16 482.3 16 498.7 29.3 512 45.7 512l356.6 0c16.4 0 29.7-13.3 29.7-29.7 0-98.5-79.8-178.3-178.3-178.3l-59.4 0z"/></svg>`,volume:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M48 352l48 0 134.1 119.2c6.4 5.7 14.6 8.8 23.1 8.8 19.2 0 34.8-15.6 34.8-34.8l0-378.4c0-19.2-15.6-34.8-34.8-34.8-8.5 0-16.7 3.1-23.1 8.8L96 160 48 160c-26.5 0-48 21.5-48 48l0 96c0 26.5 21.5 48 48 48zM441.1 107c-10.3-8.4-25.4-6.8-33.8 3.5s-6.8 25.4 3.5 33.8C443.3 170.7 464 210.9 464 256s-20.7 85.3-53.2 111.8c-10.3 8.4-11.8 23.5-3.5 33.8s23.5 11.8 33.8 3.5c43.2-35.2 70.9-88.9 70.9-149s-27.7-113.8-70.9-149zm-60.5 74.5c-10.3-8.4-25.4-6.8-33.8 3.5s-6.8 25.4 3.5 33.8C361.1 227.6 368 241 368 256s-6.9 28.4-17.7 37.3c-10.3 8.4-11.8 23.5-3.5 33.8s23.5 11.8 33.8 3.5C402.1 312.9 416 286.1 416 256s-13.9-56.9-35.5-74.5z"/></svg>`,"volume-low":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M48 352l48 0 134.1 119.2c6.4 5.7 14.6 8.8 23.1 8.8 19.2 0 34.8-15.6 34.8-34.8l0-378.4c0-19.2-15.6-34.8-34.8-34.8-8.5 0-16.7 3.1-23.1 8.8L96 160 48 160c-26.5 0-48 21.5-48 48l0 96c0 26.5 21.5 48 48 48zM380.6 181.5c-10.3-8.4-25.4-6.8-33.8 3.5s-6.8 25.4 3.5 33.8C361.1 227.6 368 241 368 256s-6.9 28.4-17.7 37.3c-10.3 8.4-11.8 23.5-3.5 33.8s23.5 11.8 33.8 3.5C402.1 312.9 416 286.1 416 256s-13.9-56.9-35.5-74.5z"/></svg>`,"volume-xmark":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M48 352l48 0 134.1 119.2c6.4 5.7 14.6 8.8 23.1 8.8 19.2 0 34.8-15.6 34.8-34.8l0-378.4c0-19.2-15.6-34.8-34.8-34.8-8.5 0-16.7 3.1-23.1 8.8L96 160 48 160c-26.5 0-48 21.5-48 48l0 96c0 26.5 21.5 48 48 48zM367 175c-9.4 9.4-9.4 24.6 0 33.9l47 47-47 47c-9.4 9.4-9.4 24.6 0 33.9s24.6 9.4 33.9 0l47-47 47 47c9.4 9.4 24.6 9.4 33.9 0s9.4-24.6 0-33.9l-47-47 47-47c9.4-9.4 9.4-24.6 0-33.9s-24.6-9.4-33.9 0l-47 47-47-47c-9.4-9.4-24.6-9.4-33.9 0z"/></svg>`,xmark:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M55.1 73.4c-12.5-12.5-32.8-12.5-45.3 0s-12.5 32.8 0 45.3L147.2 256 9.9 393.4c-12.5 12.5-12.5 32.8 0 45.3s32.8 12.5 45.3 0L192.5 301.3 329.9 438.6c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3L237.8 256 375.1 118.6c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0L192.5 210.7 55.1 73.4z"/></svg>`},regular:{calendar:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M216 64C229.3 64 240 74.7 240 88L240 128L400 128L400 88C400 74.7 410.7 64 424 64C437.3 64 448 74.7 448 88L448 128L480 128C515.3 128 544 156.7 544 192L544 480C544 515.3 515.3 544 480 544L160 544C124.7 544 96 515.3 96 480L96 192C96 156.7 124.7 128 160 128L192 128L192 88C192 74.7 202.7 64 216 64zM216 176L160 176C151.2 176 144 183.2 144 192L144 240L496 240L496 192C496 183.2 488.8 176 480 176L216 176zM144 288L144 480C144 488.8 151.2 496 160 496L480 496C488.8 496 496 488.8 496 480L496 288L144 288z"/></svg>`,"circle-question":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M464 256a208 208 0 1 0 -416 0 208 208 0 1 0 416 0zM0 256a256 256 0 1 1 512 0 256 256 0 1 1 -512 0zm256-80c-17.7 0-32 14.3-32 32 0 13.3-10.7 24-24 24s-24-10.7-24-24c0-44.2 35.8-80 80-80s80 35.8 80 80c0 47.2-36 67.2-56 74.5l0 3.8c0 13.3-10.7 24-24 24s-24-10.7-24-24l0-8.1c0-20.5 14.8-35.2 30.1-40.2 6.4-2.1 13.2-5.5 18.2-10.3 4.3-4.2 7.7-10 7.7-19.6 0-17.7-14.3-32-32-32zM224 368a32 32 0 1 1 64 0 32 32 0 1 1 -64 0z"/></svg>`,"circle-xmark":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M256 48a208 208 0 1 1 0 416 208 208 0 1 1 0-416zm0 464a256 256 0 1 0 0-512 256 256 0 1 0 0 512zM167 167c-9.4 9.4-9.4 24.6 0 33.9l55 55-55 55c-9.4 9.4-9.4 24.6 0 33.9s24.6 9.4 33.9 0l55-55 55 55c9.4 9.4 24.6 9.4 33.9 0s9.4-24.6 0-33.9l-55-55 55-55c9.4-9.4 9.4-24.6 0-33.9s-24.6-9.4-33.9 0l-55 55-55-55c-9.4-9.4-24.6-9.4-33.9 0z"/></svg>`,clock:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M528 320C528 434.9 434.9 528 320 528C205.1 528 112 434.9 112 320C112 205.1 205.1 112 320 112C434.9 112 528 205.1 528 320zM64 320C64 461.4 178.6 576 320 576C461.4 576 576 461.4 576 320C576 178.6 461.4 64 320 64C178.6 64 64 178.6 64 320zM296 184L296 320C296 328 300 335.5 306.7 340L402.7 404C413.7 411.4 428.6 408.4 436 397.3C443.4 386.2 440.4 371.4 429.3 364L344 307.2L344 184C344 170.7 333.3 160 320 160C306.7 160 296 170.7 296 184z"/></svg>`,copy:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M384 336l-192 0c-8.8 0-16-7.2-16-16l0-256c0-8.8 7.2-16 16-16l133.5 0c4.2 0 8.3 1.7 11.3 4.7l58.5 58.5c3 3 4.7 7.1 4.7 11.3L400 320c0 8.8-7.2 16-16 16zM192 384l192 0c35.3 0 64-28.7 64-64l0-197.5c0-17-6.7-33.3-18.7-45.3L370.7 18.7C358.7 6.7 342.5 0 325.5 0L192 0c-35.3 0-64 28.7-64 64l0 256c0 35.3 28.7 64 64 64zM64 128c-35.3 0-64 28.7-64 64L0 448c0 35.3 28.7 64 64 64l192 0c35.3 0 64-28.7 64-64l0-16-48 0 0 16c0 8.8-7.2 16-16 16L64 464c-8.8 0-16-7.2-16-16l0-256c0-8.8 7.2-16 16-16l16 0 0-48-16 0z"/></svg>`,eye:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M288 80C222.8 80 169.2 109.6 128.1 147.7 89.6 183.5 63 226 49.4 256 63 286 89.6 328.5 128.1 364.3 169.2 402.4 222.8 432 288 432s118.8-29.6 159.9-67.7C486.4 328.5 513 286 526.6 256 513 226 486.4 183.5 447.9 147.7 406.8 109.6 353.2 80 288 80zM95.4 112.6C142.5 68.8 207.2 32 288 32s145.5 36.8 192.6 80.6c46.8 43.5 78.1 95.4 93 131.1 3.3 7.9 3.3 16.7 0 24.6-14.9 35.7-46.2 87.7-93 131.1-47.1 43.7-111.8 80.6-192.6 80.6S142.5 443.2 95.4 399.4c-46.8-43.5-78.1-95.4-93-131.1-3.3-7.9-3.3-16.7 0-24.6 14.9-35.7 46.2-87.7 93-131.1zM288 336c44.2 0 80-35.8 80-80 0-29.6-16.1-55.5-40-69.3-1.4 59.7-49.6 107.9-109.3 109.3 13.8 23.9 39.7 40 69.3 40zm-79.6-88.4c2.5 .3 5 .4 7.6 .4 35.3 0 64-28.7 64-64 0-2.6-.2-5.1-.4-7.6-37.4 3.9-67.2 33.7-71.1 71.1zm45.6-115c10.8-3 22.2-4.5 33.9-4.5 8.8 0 17.5 .9 25.8 2.6 .3 .1 .5 .1 .8 .2 57.9 12.2 101.4 63.7 101.4 125.2 0 70.7-57.3 128-128 128-61.6 0-113-43.5-125.2-101.4-1.8-8.6-2.8-17.5-2.8-26.6 0-11 1.4-21.8 4-32 .2-.7 .3-1.3 .5-1.9 11.9-43.4 46.1-77.6 89.5-89.5z"/></svg>`,"eye-slash":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M41-24.9c-9.4-9.4-24.6-9.4-33.9 0S-2.3-.3 7 9.1l528 528c9.4 9.4 24.6 9.4 33.9 0s9.4-24.6 0-33.9l-96.4-96.4c2.7-2.4 5.4-4.8 8-7.2 46.8-43.5 78.1-95.4 93-131.1 3.3-7.9 3.3-16.7 0-24.6-14.9-35.7-46.2-87.7-93-131.1-47.1-43.7-111.8-80.6-192.6-80.6-56.8 0-105.6 18.2-146 44.2L41-24.9zM176.9 111.1c32.1-18.9 69.2-31.1 111.1-31.1 65.2 0 118.8 29.6 159.9 67.7 38.5 35.7 65.1 78.3 78.6 108.3-13.6 30-40.2 72.5-78.6 108.3-3.1 2.8-6.2 5.6-9.4 8.4L393.8 328c14-20.5 22.2-45.3 22.2-72 0-70.7-57.3-128-128-128-26.7 0-51.5 8.2-72 22.2l-39.1-39.1zm182 182l-108-108c11.1-5.8 23.7-9.1 37.1-9.1 44.2 0 80 35.8 80 80 0 13.4-3.3 26-9.1 37.1zM103.4 173.2l-34-34c-32.6 36.8-55 75.8-66.9 104.5-3.3 7.9-3.3 16.7 0 24.6 14.9 35.7 46.2 87.7 93 131.1 47.1 43.7 111.8 80.6 192.6 80.6 37.3 0 71.2-7.9 101.5-20.6L352.2 422c-20 6.4-41.4 10-64.2 10-65.2 0-118.8-29.6-159.9-67.7-38.5-35.7-65.1-78.3-78.6-108.3 10.4-23.1 28.6-53.6 54-82.8z"/></svg>`,star:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M288.1-32c9 0 17.3 5.1 21.4 13.1L383 125.3 542.9 150.7c8.9 1.4 16.3 7.7 19.1 16.3s.5 18-5.8 24.4L441.7 305.9 467 465.8c1.4 8.9-2.3 17.9-9.6 23.2s-17 6.1-25 2L288.1 417.6 143.8 491c-8 4.1-17.7 3.3-25-2s-11-14.2-9.6-23.2L134.4 305.9 20 191.4c-6.4-6.4-8.6-15.8-5.8-24.4s10.1-14.9 19.1-16.3l159.9-25.4 73.6-144.2c4.1-8 12.4-13.1 21.4-13.1zm0 76.8L230.3 158c-3.5 6.8-10 11.6-17.6 12.8l-125.5 20 89.8 89.9c5.4 5.4 7.9 13.1 6.7 20.7l-19.8 125.5 113.3-57.6c6.8-3.5 14.9-3.5 21.8 0l113.3 57.6-19.8-125.5c-1.2-7.6 1.3-15.3 6.7-20.7l89.8-89.9-125.5-20c-7.6-1.2-14.1-6-17.6-12.8L288.1 44.8z"/></svg>`}},Kt={name:`system`,resolver:(e,t=`classic`,n=`solid`)=>{let r=Gt[n][e]??Gt.regular[e]??Gt.regular[`circle-question`];return r?Wt(r):``},mutator:e=>{e.hasAttribute(`fill`)||e.setAttribute(`fill`,`currentColor`)}},qt=`classic`,Jt=[Ut,Kt],Yt=new Set;function Xt(e){Yt.add(e)}function Zt(e){Yt.delete(e)}function Qt(e){return Jt.find(t=>t.name===e)}function $t(e,t){en(e),Jt.push({name:e,resolver:t.resolver,mutator:t.mutator,spriteSheet:t.spriteSheet}),Yt.forEach(t=>{t.library===e&&t.setIcon()})}function en(e){Jt=Jt.filter(t=>t.name!==e)}function tn(){return qt}var{I:nn}=Le,rn=e=>e,an=(e,t)=>t===void 0?e?._$litType$!==void 0:e?._$litType$===t,on=e=>e.strings===void 0,sn=()=>document.createComment(``),V=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new nn(r.insertBefore(sn(),i),r.insertBefore(sn(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=rn(e).nextSibling;rn(r).insertBefore(e,i),e=t}}}return n},H=(e,t,n=e)=>(e._$AI(t,n),e),cn={},ln=(e,t=cn)=>e._$AH=t,un=e=>e._$AH,dn=e=>{e._$AR(),e._$AA.remove()},U=Symbol(),fn=Symbol(),pn,mn=new Map,hn=class extends $e{constructor(){super(...arguments),this.svg=null,this.autoWidth=!1,this.swapOpacity=!1,this.label=``,this.library=`default`,this.rotate=0,this.resolveIcon=async(e,t)=>{let n;if(t?.spriteSheet){this.hasUpdated||await this.updateComplete,this.svg=M`<svg part="svg">
        <use part="use" href="${e}"></use>
      </svg>`,await this.updateComplete;let n=this.shadowRoot.querySelector(`[part='svg']`);return typeof t.mutator==`function`&&t.mutator(n,this),this.svg}try{if(n=await fetch(e,{mode:`cors`}),!n.ok)return n.status===410?U:fn}catch{return fn}try{let e=document.createElement(`div`);e.innerHTML=await n.text();let t=e.firstElementChild;if(t?.tagName?.toLowerCase()!==`svg`)return U;pn||=new DOMParser;let r=pn.parseFromString(t.outerHTML,`text/html`).body.querySelector(`svg`);return r?(r.part.add(`svg`),document.adoptNode(r)):U}catch{return U}}}connectedCallback(){super.connectedCallback(),Xt(this)}firstUpdated(e){super.firstUpdated(e),this.hasAttribute(`rotate`)&&this.style.setProperty(`--rotate-angle`,`${this.rotate}deg`),this.setIcon()}disconnectedCallback(){super.disconnectedCallback(),Zt(this)}async getIconSource(){let e=Qt(this.library),t=this.family||tn();if(this.name&&e){let n=this.canvas===`auto`||this.autoWidth,r;try{r=await e.resolver(this.name,t,this.variant,n)}catch{r=void 0}return{url:r,fromLibrary:!0}}return{url:this.src,fromLibrary:!1}}handleLabelChange(){typeof this.label==`string`&&this.label.length>0?(this.setAttribute(`role`,`img`),this.setAttribute(`aria-label`,this.label),this.removeAttribute(`aria-hidden`)):(this.removeAttribute(`role`),this.removeAttribute(`aria-label`),this.setAttribute(`aria-hidden`,`true`))}async setIcon(){let{url:e,fromLibrary:t}=await this.getIconSource(),n=t?Qt(this.library):void 0;if(!e){this.svg=null;return}let r=mn.get(e);r||(r=this.resolveIcon(e,n),mn.set(e,r));let i=await r;if(i===fn&&mn.delete(e),e===(await this.getIconSource()).url){if(an(i))this.svg=i;else switch(i){case fn:case U:this.svg=null,this.dispatchEvent(new Mt);break;default:this.svg=i.cloneNode(!0),n?.mutator?.(this.svg,this),this.dispatchEvent(new Nt)}}}willUpdate(e){return this.style||this.setStyleProperty(`--rotate-angle`,`${this.rotate}deg`),super.willUpdate(e)}updated(e){super.updated(e);let t=Qt(this.library);this.hasAttribute(`rotate`)&&this.style.setProperty(`--rotate-angle`,`${this.rotate}deg`);let n=this.shadowRoot?.querySelector(`svg`);n&&t?.mutator?.(n,this)}render(){return this.hasUpdated?this.svg:M`<svg part="svg" width="16" height="16" viewBox="0 0 16 16"></svg>`}};hn.css=Pt,a([Ke()],hn.prototype,`svg`,2),a([I({reflect:!0})],hn.prototype,`name`,2),a([I({reflect:!0})],hn.prototype,`family`,2),a([I({reflect:!0})],hn.prototype,`variant`,2),a([I({reflect:!0})],hn.prototype,`canvas`,2),a([I({attribute:`auto-width`,type:Boolean,reflect:!0})],hn.prototype,`autoWidth`,2),a([I({attribute:`swap-opacity`,type:Boolean,reflect:!0})],hn.prototype,`swapOpacity`,2),a([I()],hn.prototype,`src`,2),a([I()],hn.prototype,`label`,2),a([I({reflect:!0})],hn.prototype,`library`,2),a([I({type:Number,reflect:!0})],hn.prototype,`rotate`,2),a([I({type:String,reflect:!0})],hn.prototype,`flip`,2),a([I({type:String,reflect:!0})],hn.prototype,`animation`,2),a([R(`label`)],hn.prototype,`handleLabelChange`,1),a([R([`family`,`name`,`library`,`variant`,`src`,`autoWidth`,`canvas`,`swapOpacity`],{waitUntilFirstUpdate:!0})],hn.prototype,`setIcon`,1),hn=a([Ue(`wa-icon`)],hn);var gn=class extends Event{constructor(e){super(`wa-copy`,{bubbles:!0,cancelable:!1,composed:!0}),this.detail=e}},_n=null,vn=null,yn=7e3;function bn(e){let t=document.createElement(`div`);return t.setAttribute(`role`,`log`),t.setAttribute(`aria-live`,e),t.setAttribute(`aria-relevant`,`additions`),Object.assign(t.style,{position:`absolute`,width:`1px`,height:`1px`,margin:`-1px`,padding:`0`,border:`0`,overflow:`hidden`,clip:`rect(0 0 0 0)`,clipPath:`inset(50%)`,whiteSpace:`nowrap`}),t}function xn(e){return e===`assertive`?(vn??=document.body.appendChild(bn(`assertive`)),vn):(_n??=document.body.appendChild(bn(`polite`)),_n)}function Sn(e,t=`polite`){if(!e)return;let n=xn(t),r=document.createElement(`div`);r.textContent=e,n.appendChild(r),setTimeout(()=>r.remove(),yn)}var Cn=g`
  :host {
    display: inline-block;
    color: var(--wa-color-neutral-on-quiet);
  }

  .copy-button__trigger {
    position: relative;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    background-color: transparent;
    border: none;
    border-radius: var(--wa-form-control-border-radius);
    color: inherit;
    font-size: inherit;
    height: calc(var(--wa-form-control-height) * 0.8);
    aspect-ratio: 1;
    cursor: pointer;
    transition-property: background-color, color;
    transition-duration: var(--wa-transition-fast);
    transition-timing-function: var(--wa-transition-easing);
  }

  @media (hover: hover) {
    .button:hover:not([disabled]) {
      background-color: var(--wa-color-neutral-fill-quiet);
      color: color-mix(in oklab, currentColor, var(--wa-color-mix-hover));
    }
  }

  .button:focus-visible:not([disabled]) {
    background-color: var(--wa-color-neutral-fill-quiet);
    color: color-mix(in oklab, currentColor, var(--wa-color-mix-hover));
  }

  .button:active:not([disabled]) {
    color: color-mix(in oklab, currentColor, var(--wa-color-mix-active));
  }

  .button:focus-visible {
    outline: var(--wa-focus-ring);
    outline-offset: var(--wa-focus-ring-offset);
  }

  .button[disabled] {
    opacity: 0.5;
    cursor: not-allowed !important;
  }

  slot {
    display: inline-flex;
  }

  /* Icon swap animation */
  .show {
    animation: copy-button-icon-show var(--wa-transition-fast) var(--wa-transition-easing);
  }

  .hide {
    animation: copy-button-icon-show var(--wa-transition-fast) var(--wa-transition-easing) reverse;
  }

  @keyframes copy-button-icon-show {
    from {
      scale: 0.25;
      opacity: 0.25;
    }
    to {
      scale: 1;
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .show,
    .hide {
      animation-duration: 1ms;
    }
  }
`,wn=g`
  .wa-visually-hidden:not(:focus-within),
  .wa-visually-hidden-force,
  .wa-visually-hidden-hint::part(hint),
  .wa-visually-hidden-label::part(label),
  .wa-visually-hidden-label::part(form-control-label) {
    top: 0px !important;
    left: 0px !important;
    position: absolute !important;
    width: 1px !important;
    height: 1px !important;
    clip: rect(0 0 0 0) !important;
    clip-path: inset(50%) !important;
    border: none !important;
    overflow: hidden !important;
    white-space: nowrap !important;
    padding: 0 !important;
  }
`,Tn=`useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict`,En=(e=21)=>{let t=``,n=crypto.getRandomValues(new Uint8Array(e|=0));for(;e--;)t+=Tn[n[e]&63];return t};function Dn(e=``){return`${e}${En()}`}function On(e,t){return new Promise(n=>{let r=new AbortController,{signal:i}=r;if(e.classList.contains(t))return;e.classList.add(t);let a=!1,o=()=>{a||(a=!0,e.classList.remove(t),n(),r.abort())};e.addEventListener(`animationend`,o,{once:!0,signal:i}),e.addEventListener(`animationcancel`,o,{once:!0,signal:i}),requestAnimationFrame(()=>{!a&&e.getAnimations().length===0&&o()})})}var kn=`wa-internal-tooltip`,An=`__waCopyButtonAssignedId`,W=class extends $e{constructor(){super(...arguments),this.localize=new bt(this),this.isCopying=!1,this.status=`rest`,this.hasCustomTrigger=!1,this.customTriggerEl=null,this.lightTooltip=null,this.feedbackTimeout=null,this.value=``,this.from=``,this.disabled=!1,this.copyLabel=``,this.successLabel=``,this.errorLabel=``,this.feedbackDuration=1e3,this.tooltipPlacement=`top`,this.tooltip=`full`,this.handleDefaultSlotChange=()=>{let e=(this.defaultSlot?.assignedElements({flatten:!0})??[]).find(e=>e instanceof HTMLElement)??null;e!==this.customTriggerEl&&(this.releaseAssignedId(this.customTriggerEl),this.customTriggerEl=e),this.hasCustomTrigger=e!==null,e&&this.tooltip!==`none`?(e.id||(e.id=Dn(`wa-copy-button-trigger-`),e[An]=!0),this.ensureLightTooltip()):this.removeLightTooltip()}}get activeTooltip(){return this.lightTooltip??this.shadowTooltip??null}get currentLabel(){return this.status===`success`?this.successLabel||this.localize.term(`copied`):this.status===`error`?this.errorLabel||this.localize.term(`error`):this.copyLabel||this.localize.term(`copy`)}firstUpdated(e){super.firstUpdated(e),this.didSSR?this.updateComplete.then(()=>{this.handleDefaultSlotChange()}):this.handleDefaultSlotChange()}disconnectedCallback(){super.disconnectedCallback(),this.removeLightTooltip()}handleStatusChange(){this.customStates.set(`success`,this.status===`success`),this.customStates.set(`error`,this.status===`error`),this.syncTooltipText(),(this.status===`success`||this.status===`error`)&&Sn(this.currentLabel,`polite`)}handleLabelChange(){this.syncTooltipText()}handleTooltipOptionsChange(){this.lightTooltip&&(this.lightTooltip.placement=this.tooltipPlacement,this.lightTooltip.disabled=this.disabled)}handleTooltipModeChange(e){this.tooltip===`none`?this.removeLightTooltip():e===`none`?this.handleDefaultSlotChange():this.lightTooltip&&this.lightTooltip.setAttribute(`trigger`,this.tooltip===`copy`?`manual`:`hover focus`)}releaseAssignedId(e){e&&e[An]&&(e.removeAttribute(`id`),delete e[An])}ensureLightTooltip(){if(!this.customTriggerEl)return;let e=this.tooltip===`copy`?`manual`:`hover focus`;if(this.lightTooltip)this.lightTooltip.setAttribute(`for`,this.customTriggerEl.id),this.lightTooltip.setAttribute(`trigger`,e),this.lightTooltip.placement=this.tooltipPlacement,this.lightTooltip.disabled=this.disabled,this.lightTooltip.textContent=this.currentLabel;else{let t=document.createElement(`wa-tooltip`);t.setAttribute(`slot`,kn),t.setAttribute(`part`,`feedback`),t.setAttribute(`trigger`,e),t.dataset.copyButtonTooltip=``,t.setAttribute(`for`,this.customTriggerEl.id),t.placement=this.tooltipPlacement,t.disabled=this.disabled,t.textContent=this.currentLabel,this.appendChild(t),this.lightTooltip=t}}removeLightTooltip(){this.lightTooltip&&=(this.releaseAssignedId(this.customTriggerEl),this.lightTooltip.remove(),null)}syncTooltipText(){this.lightTooltip&&(this.lightTooltip.textContent=this.currentLabel)}async handleCopy(){if(this.disabled||this.isCopying)return;this.isCopying=!0;let e=this.value;if(this.from){let t=this.getRootNode(),n=this.from.includes(`.`),r=this.from.includes(`[`)&&this.from.includes(`]`),i=this.from,a=``;n?[i,a]=this.from.trim().split(`.`):r&&([i,a]=this.from.trim().replace(/\]$/,``).split(`[`));let o=`getElementById`in t?t.getElementById(i):null;o?e=r?o.getAttribute(a)||``:n?o[a]||``:o.textContent||``:(this.showStatus(`error`),this.dispatchEvent(new Mt))}if(!e)this.showStatus(`error`),this.dispatchEvent(new Mt);else try{await navigator.clipboard.writeText(e),this.showStatus(`success`),this.dispatchEvent(new gn({value:e}))}catch{this.showStatus(`error`),this.dispatchEvent(new Mt)}}async showStatus(e){if(this.status=e,this.copyIcon){let t=e===`success`?this.successIcon:this.errorIcon;await On(this.copyIcon,`hide`),this.copyIcon.hidden=!0,t.hidden=!1,await On(t,`show`)}await this.updateComplete;let t=this.tooltip===`none`?null:this.activeTooltip,n=null;t&&(t.show(),n=new Promise(e=>{t.addEventListener(`wa-after-hide`,()=>{this.feedbackTimeout!==null&&(clearTimeout(this.feedbackTimeout),this.feedbackTimeout=null),e()},{once:!0})}),this.feedbackTimeout=window.setTimeout(async()=>{this.feedbackTimeout=null,await t.hide()},this.feedbackDuration)),setTimeout(async()=>{if(n&&await n,this.copyIcon){let t=e===`success`?this.successIcon:this.errorIcon;await On(t,`hide`),t.hidden=!0,this.copyIcon.hidden=!1,await On(this.copyIcon,`show`)}this.status=`rest`,this.isCopying=!1},this.feedbackDuration)}render(){let e=!this.hasCustomTrigger&&this.tooltip!==`none`,t=this.tooltip===`copy`?`manual`:`hover focus`;return this.didSSR&&!this.hasUpdated&&(e=!1),M`
      <div class="copy-button__trigger" @click=${this.handleCopy}>
        <slot @slotchange=${this.handleDefaultSlotChange}></slot>
        <button
          class="button"
          part="button"
          type="button"
          id="copy-button"
          aria-label=${this.currentLabel}
          ?disabled=${this.disabled}
          ?hidden=${this.hasCustomTrigger}
        >
          <slot part="copy-icon" name="copy-icon">
            <wa-icon library="system" name="copy" variant="regular"></wa-icon>
          </slot>
          <slot part="success-icon" name="success-icon" variant="solid" hidden>
            <wa-icon library="system" name="check"></wa-icon>
          </slot>
          <slot part="error-icon" name="error-icon" variant="solid" hidden>
            <wa-icon library="system" name="xmark"></wa-icon>
          </slot>
        </button>

        ${e?M`
              <wa-tooltip
                part="feedback"
                for="copy-button"
                placement=${this.tooltipPlacement}
                trigger=${t}
                class=${wt({"copy-button-tooltip":!0,"copy-button-tooltip-success":this.status===`success`,"copy-button-tooltip-error":this.status===`error`})}
                ?disabled=${this.disabled}
                >${this.currentLabel}</wa-tooltip
              >
            `:``}
        <slot name="${kn}"></slot>
      </div>
    `}};W.css=[Je,wn,Cn],a([L(`slot[name="copy-icon"]`)],W.prototype,`copyIcon`,2),a([L(`slot[name="success-icon"]`)],W.prototype,`successIcon`,2),a([L(`slot[name="error-icon"]`)],W.prototype,`errorIcon`,2),a([L(`slot:not([name])`)],W.prototype,`defaultSlot`,2),a([L(`wa-tooltip[part="feedback"]`)],W.prototype,`shadowTooltip`,2),a([Ke()],W.prototype,`isCopying`,2),a([Ke()],W.prototype,`status`,2),a([Ke()],W.prototype,`hasCustomTrigger`,2),a([I()],W.prototype,`value`,2),a([I()],W.prototype,`from`,2),a([I({type:Boolean,reflect:!0})],W.prototype,`disabled`,2),a([I({attribute:`copy-label`})],W.prototype,`copyLabel`,2),a([I({attribute:`success-label`})],W.prototype,`successLabel`,2),a([I({attribute:`error-label`})],W.prototype,`errorLabel`,2),a([I({attribute:`feedback-duration`,type:Number})],W.prototype,`feedbackDuration`,2),a([I({attribute:`tooltip-placement`,reflect:!0})],W.prototype,`tooltipPlacement`,2),a([I({reflect:!0})],W.prototype,`tooltip`,2),a([R(`status`)],W.prototype,`handleStatusChange`,1),a([R([`copyLabel`,`successLabel`,`errorLabel`])],W.prototype,`handleLabelChange`,1),a([R([`tooltipPlacement`,`disabled`],{waitUntilFirstUpdate:!0})],W.prototype,`handleTooltipOptionsChange`,1),a([R(`tooltip`,{waitUntilFirstUpdate:!0})],W.prototype,`handleTooltipModeChange`,1),W=a([Ue(`wa-copy-button`)],W);var jn=g`
  :host {
    --max-width: 30ch;

    /** These styles are added so we don't interfere in the DOM. */
    display: inline-block;
    position: absolute;

    /** Defaults for inherited CSS properties */
    color: var(--wa-tooltip-content-color);
    font-size: var(--wa-tooltip-font-size);
    line-height: var(--wa-tooltip-line-height);
    text-align: start;
    white-space: normal;
  }

  .tooltip {
    --arrow-size: var(--wa-tooltip-arrow-size);
    --arrow-color: var(--wa-tooltip-background-color);
  }

  .tooltip::part(popup) {
    z-index: 1000;
  }

  .tooltip[placement^='top']::part(popup) {
    transform-origin: bottom;
  }

  .tooltip[placement^='bottom']::part(popup) {
    transform-origin: top;
  }

  .tooltip[placement^='left']::part(popup) {
    transform-origin: right;
  }

  .tooltip[placement^='right']::part(popup) {
    transform-origin: left;
  }

  .body {
    display: block;
    width: max-content;
    max-width: var(--max-width);
    border-radius: var(--wa-tooltip-border-radius);
    background-color: var(--wa-tooltip-background-color);
    border: var(--wa-tooltip-border-width) var(--wa-tooltip-border-style) var(--wa-tooltip-border-color);
    padding: 0.25em 0.5em;
    user-select: none;
    -webkit-user-select: none;
  }

  .tooltip {
    --popup-border-width: var(--wa-tooltip-border-width);

    /* Inset box-shadow, not a border: Safari seams a clip-path edge that runs along a border. */
    &::part(arrow) {
      box-shadow: inset calc(-1 * var(--wa-tooltip-border-width)) calc(-1 * var(--wa-tooltip-border-width)) 0 0
        var(--wa-tooltip-border-color);
    }
  }
`,Mn=class extends Event{constructor(){super(`wa-show`,{bubbles:!0,cancelable:!0,composed:!0})}},Nn=class extends Event{constructor(e){super(`wa-hide`,{bubbles:!0,cancelable:!0,composed:!0}),this.detail=e}},Pn=class extends Event{constructor(){super(`wa-after-hide`,{bubbles:!0,cancelable:!1,composed:!0})}},Fn=class extends Event{constructor(){super(`wa-after-show`,{bubbles:!0,cancelable:!1,composed:!0})}},In=class extends Event{constructor(){super(`wa-reposition`,{bubbles:!0,cancelable:!1,composed:!0})}},Ln=g`
  :host {
    --arrow-color: black;
    --arrow-size: var(--wa-tooltip-arrow-size);
    --popup-border-width: 0px;
    --show-duration: var(--wa-transition-fast);
    --hide-duration: var(--wa-transition-fast);

    /*
     * These properties are computed to account for the arrow's dimensions after being rotated 45º. The constant
     * 0.7071 is derived from sin(45) to calculate the length of the arrow after rotation.
     *
     * The diamond will be translated inward by --arrow-base-offset, the border thickness, to centralise it on
     * the inner edge of the popup border. This also means we need to increase the size of the arrow by the
     * same amount to compensate.
     *
     * A diamond shaped clipping mask is used to avoid overlap of popup content. This extends slightly inward so
     * the popup border is covered with no sub-pixel rounding artifacts. The diamond corners are mitred at 22.5º
     * to properly merge any arrow border with the popup border. The constant 1.4142 is derived from 1 + tan(22.5).
     *
     */
    --arrow-base-offset: var(--popup-border-width);
    --arrow-size-diagonal: calc((var(--arrow-size) + var(--arrow-base-offset)) * 0.7071);
    --arrow-padding-offset: calc(var(--arrow-size-diagonal) - var(--arrow-size));
    --arrow-size-div: calc(var(--arrow-size-diagonal) * 2);
    --arrow-clipping-corner: calc(var(--arrow-base-offset) * 1.4142);

    display: contents;
  }

  .popup {
    position: absolute;
    isolation: isolate;
    max-width: var(--auto-size-available-width, none);
    max-height: var(--auto-size-available-height, none);

    /* Clear UA styles for [popover] */
    :where(&) {
      inset: unset;
      padding: unset;
      margin: unset;
      width: unset;
      height: unset;
      color: unset;
      background: unset;
      border: unset;
      overflow: unset;
    }
  }

  .popup-fixed {
    position: fixed;
  }

  .popup:not(.popup-active) {
    display: none;
  }

  .arrow {
    position: absolute;
    width: var(--arrow-size-div);
    height: var(--arrow-size-div);
    background: var(--arrow-color);
    z-index: 3;
    clip-path: polygon(
      var(--arrow-clipping-corner) 100%,
      var(--arrow-base-offset) calc(100% - var(--arrow-base-offset)),
      calc(var(--arrow-base-offset) - 2px) calc(100% - var(--arrow-base-offset)),
      calc(100% - var(--arrow-base-offset)) calc(var(--arrow-base-offset) - 2px),
      calc(100% - var(--arrow-base-offset)) var(--arrow-base-offset),
      100% var(--arrow-clipping-corner),
      100% 100%
    );
    rotate: 45deg;
  }

  :host([data-current-placement|='left']) .arrow {
    rotate: -45deg;
  }

  :host([data-current-placement|='right']) .arrow {
    rotate: 135deg;
  }

  :host([data-current-placement|='bottom']) .arrow {
    rotate: 225deg;
  }

  /* Hover bridge */
  .popup-hover-bridge:not(.popup-hover-bridge-visible) {
    display: none;
  }

  .popup-hover-bridge {
    position: fixed;
    z-index: 899;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    clip-path: polygon(
      var(--hover-bridge-top-left-x, 0) var(--hover-bridge-top-left-y, 0),
      var(--hover-bridge-top-right-x, 0) var(--hover-bridge-top-right-y, 0),
      var(--hover-bridge-bottom-right-x, 0) var(--hover-bridge-bottom-right-y, 0),
      var(--hover-bridge-bottom-left-x, 0) var(--hover-bridge-bottom-left-y, 0)
    );
  }

  /* Built-in animations */
  .show {
    animation: show var(--show-duration) ease;
  }

  .hide {
    animation: show var(--hide-duration) ease reverse;
  }

  @keyframes show {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }

  .show-with-scale {
    animation: show-with-scale var(--show-duration) ease;
  }

  .hide-with-scale {
    animation: show-with-scale var(--hide-duration) ease reverse;
  }

  @keyframes show-with-scale {
    from {
      opacity: 0;
      scale: 0.8;
    }
    to {
      opacity: 1;
      scale: 1;
    }
  }
`,Rn=Math.min,zn=Math.max,Bn=Math.round,Vn=Math.floor,Hn=e=>({x:e,y:e}),Un={left:`right`,right:`left`,bottom:`top`,top:`bottom`};function Wn(e,t,n){return zn(e,Rn(t,n))}function Gn(e,t){return typeof e==`function`?e(t):e}function Kn(e){return e.split(`-`)[0]}function qn(e){return e.split(`-`)[1]}function Jn(e){return e===`x`?`y`:`x`}function Yn(e){return e===`y`?`height`:`width`}function Xn(e){let t=e[0];return t===`t`||t===`b`?`y`:`x`}function Zn(e){return Jn(Xn(e))}function Qn(e,t,n){n===void 0&&(n=!1);let r=qn(e),i=Zn(e),a=Yn(i),o=i===`x`?r===(n?`end`:`start`)?`right`:`left`:r===`start`?`bottom`:`top`;return t.reference[a]>t.floating[a]&&(o=sr(o)),[o,sr(o)]}function $n(e){let t=sr(e);return[er(e),t,er(t)]}function er(e){return e.includes(`start`)?e.replace(`start`,`end`):e.replace(`end`,`start`)}var tr=[`left`,`right`],nr=[`right`,`left`],rr=[`top`,`bottom`],ir=[`bottom`,`top`];function ar(e,t,n){switch(e){case`top`:case`bottom`:return n?t?nr:tr:t?tr:nr;case`left`:case`right`:return t?rr:ir;default:return[]}}function or(e,t,n,r){let i=qn(e),a=ar(Kn(e),n===`start`,r);return i&&(a=a.map(e=>e+`-`+i),t&&(a=a.concat(a.map(er)))),a}function sr(e){let t=Kn(e);return Un[t]+e.slice(t.length)}function cr(e){return{top:e.top??0,right:e.right??0,bottom:e.bottom??0,left:e.left??0}}function lr(e){return typeof e==`number`?{top:e,right:e,bottom:e,left:e}:cr(e)}function ur(e){let{x:t,y:n,width:r,height:i}=e;return{width:r,height:i,top:n,left:t,right:t+r,bottom:n+i,x:t,y:n}}function dr(e,t,n){let{reference:r,floating:i}=e,a=Xn(t),o=Zn(t),s=Yn(o),c=Kn(t),l=a===`y`,u=r.x+r.width/2-i.width/2,d=r.y+r.height/2-i.height/2,f=r[s]/2-i[s]/2,p;switch(c){case`top`:p={x:u,y:r.y-i.height};break;case`bottom`:p={x:u,y:r.y+r.height};break;case`right`:p={x:r.x+r.width,y:d};break;case`left`:p={x:r.x-i.width,y:d};break;default:p={x:r.x,y:r.y}}let m=qn(t);return m&&(p[o]+=f*(m===`end`?1:-1)*(n&&l?-1:1)),p}async function fr(e,t){t===void 0&&(t={});let{x:n,y:r,platform:i,rects:a,elements:o,strategy:s}=e,{boundary:c=`clippingAncestors`,rootBoundary:l=`viewport`,elementContext:u=`floating`,altBoundary:d=!1,padding:f=0}=Gn(t,e),p=lr(f),m=o[d?u===`floating`?`reference`:`floating`:u],h=ur(await i.getClippingRect({element:await(i.isElement==null?void 0:i.isElement(m))??!0?m:m.contextElement||await(i.getDocumentElement==null?void 0:i.getDocumentElement(o.floating)),boundary:c,rootBoundary:l,strategy:s})),g=u===`floating`?{x:n,y:r,width:a.floating.width,height:a.floating.height}:a.reference,_=await(i.getOffsetParent==null?void 0:i.getOffsetParent(o.floating)),v=await(i.isElement==null?void 0:i.isElement(_))&&await(i.getScale==null?void 0:i.getScale(_))||{x:1,y:1},y=ur(i.convertOffsetParentRelativeRectToViewportRelativeRect?await i.convertOffsetParentRelativeRectToViewportRelativeRect({elements:o,rect:g,offsetParent:_,strategy:s}):g);return{top:(h.top-y.top+p.top)/v.y,bottom:(y.bottom-h.bottom+p.bottom)/v.y,left:(h.left-y.left+p.left)/v.x,right:(y.right-h.right+p.right)/v.x}}var pr=50,mr=async(e,t,n)=>{let{placement:r=`bottom`,strategy:i=`absolute`,middleware:a=[],platform:o}=n,s=o.detectOverflow?o:{...o,detectOverflow:fr},c=await(o.isRTL==null?void 0:o.isRTL(t)),l=await o.getElementRects({reference:e,floating:t,strategy:i}),{x:u,y:d}=dr(l,r,c),f=r,p=0,m={};for(let n=0;n<a.length;n++){let h=a[n];if(!h)continue;let{name:g,fn:_}=h,{x:v,y,data:b,reset:x}=await _({x:u,y:d,initialPlacement:r,placement:f,strategy:i,middlewareData:m,rects:l,platform:s,elements:{reference:e,floating:t}});u=v??u,d=y??d,m[g]={...m[g],...b},x&&p<pr&&(p++,typeof x==`object`&&(x.placement&&(f=x.placement),x.rects&&(l=x.rects===!0?await o.getElementRects({reference:e,floating:t,strategy:i}):x.rects),{x:u,y:d}=dr(l,f,c)),n=-1)}return{x:u,y:d,placement:f,strategy:i,middlewareData:m}},hr=e=>({name:`arrow`,options:e,async fn(t){let{x:n,y:r,placement:i,rects:a,platform:o,elements:s,middlewareData:c}=t,{element:l,padding:u=0}=Gn(e,t)||{};if(l==null)return{};let d=lr(u),f={x:n,y:r},p=Zn(i),m=Yn(p),h=await o.getDimensions(l),g=p===`y`,_=g?`top`:`left`,v=g?`bottom`:`right`,y=g?`clientHeight`:`clientWidth`,b=a.reference[m]+a.reference[p]-f[p]-a.floating[m],x=f[p]-a.reference[p],S=await(o.getOffsetParent==null?void 0:o.getOffsetParent(l)),C=S?S[y]:0;C&&await(o.isElement==null?void 0:o.isElement(S))||(C=s.floating[y]||a.floating[m]);let w=b/2-x/2,T=C/2-h[m]/2-1,E=Rn(d[_],T),D=Rn(d[v],T),ee=C-h[m]-D,O=C/2-h[m]/2+w,te=Wn(E,O,ee),k=!c.arrow&&qn(i)!=null&&O!==te&&a.reference[m]/2-(O<E?E:D)-h[m]/2<0,ne=k?O<E?O-E:O-ee:0;return{[p]:f[p]+ne,data:{[p]:te,centerOffset:O-te-ne,...k&&{alignmentOffset:ne}},reset:k}}}),gr=function(e){return e===void 0&&(e={}),{name:`flip`,options:e,async fn(t){var n;let{placement:r,middlewareData:i,rects:a,initialPlacement:o,platform:s,elements:c}=t,{mainAxis:l=!0,crossAxis:u=!0,fallbackPlacements:d,fallbackStrategy:f=`bestFit`,fallbackAxisSideDirection:p=`none`,flipAlignment:m=!0,...h}=Gn(e,t);if((n=i.arrow)!=null&&n.alignmentOffset)return{};let g=Kn(r),_=Xn(o),v=Kn(o)===o,y=await(s.isRTL==null?void 0:s.isRTL(c.floating)),b=d||(v||!m?[sr(o)]:$n(o)),x=p!==`none`;!d&&x&&b.push(...or(o,m,p,y));let S=[o,...b],C=await s.detectOverflow(t,h),w=[],T=i.flip?.overflows||[];if(l&&w.push(C[g]),u){let e=Qn(r,a,y);w.push(C[e[0]],C[e[1]])}if(T=[...T,{placement:r,overflows:w}],!w.every(e=>e<=0)){let e=(i.flip?.index||0)+1,t=S[e];if(t&&(u!==`alignment`||_===Xn(t)||T.every(e=>Xn(e.placement)!==_||e.overflows[0]>0)))return{data:{index:e,overflows:T},reset:{placement:t}};let n=T.filter(e=>e.overflows[0]<=0).sort((e,t)=>e.overflows[1]-t.overflows[1])[0]?.placement;if(!n)switch(f){case`bestFit`:{let e=T.filter(e=>{if(x){let t=Xn(e.placement);return t===_||t===`y`}return!0}).map(e=>[e.placement,e.overflows.filter(e=>e>0).reduce((e,t)=>e+t,0)]).sort((e,t)=>e[1]-t[1])[0]?.[0];e&&(n=e);break}case`initialPlacement`:n=o}if(r!==n)return{reset:{placement:n}}}return{}}}},_r=new Set([`left`,`top`]);async function vr(e,t){let{placement:n,platform:r,elements:i}=e,a=await(r.isRTL==null?void 0:r.isRTL(i.floating)),o=Kn(n),s=qn(n),c=Xn(n)===`y`,l=_r.has(o)?-1:1,u=a&&c?-1:1,d=Gn(t,e),{mainAxis:f,crossAxis:p,alignmentAxis:m}=typeof d==`number`?{mainAxis:d,crossAxis:0,alignmentAxis:null}:{mainAxis:d.mainAxis||0,crossAxis:d.crossAxis||0,alignmentAxis:d.alignmentAxis};return s&&typeof m==`number`&&(p=s===`end`?m*-1:m),c?{x:p*u,y:f*l}:{x:f*l,y:p*u}}var yr=function(e){return e===void 0&&(e=0),{name:`offset`,options:e,async fn(t){var n;let{x:r,y:i,placement:a,middlewareData:o}=t,s=await vr(t,e);return a===o.offset?.placement&&(n=o.arrow)!=null&&n.alignmentOffset?{}:{x:r+s.x,y:i+s.y,data:{...s,placement:a}}}}},br=function(e){return e===void 0&&(e={}),{name:`shift`,options:e,async fn(t){let{x:n,y:r,placement:i,platform:a}=t,{mainAxis:o=!0,crossAxis:s=!1,limiter:c={fn:e=>{let{x:t,y:n}=e;return{x:t,y:n}}},...l}=Gn(e,t),u={x:n,y:r},d=await a.detectOverflow(t,l),f=Xn(i),p=Jn(f),m=u[p],h=u[f],g=(e,t)=>Wn(t+d[e===`y`?`top`:`left`],t,t-d[e===`y`?`bottom`:`right`]);o&&(m=g(p,m)),s&&(h=g(f,h));let _=c.fn({...t,[p]:m,[f]:h});return{..._,data:{x:_.x-n,y:_.y-r,enabled:{[p]:o,[f]:s}}}}}},xr=function(e){return e===void 0&&(e={}),{name:`size`,options:e,async fn(t){let{placement:n,rects:r,platform:i,elements:a}=t,{apply:o=()=>{},...s}=Gn(e,t),c=await i.detectOverflow(t,s),l=Kn(n),u=qn(n),d=Xn(n)===`y`,{width:f,height:p}=r.floating,m,h;l===`top`||l===`bottom`?(m=l,h=u===(await(i.isRTL==null?void 0:i.isRTL(a.floating))?`start`:`end`)?`left`:`right`):(h=l,m=u===`end`?`top`:`bottom`);let g=p-c.top-c.bottom,_=f-c.left-c.right,v=Rn(p-c[m],g),y=Rn(f-c[h],_),b=t.middlewareData.shift,x=!b,S=v,C=y;b!=null&&b.enabled.x&&(C=_),b!=null&&b.enabled.y&&(S=g),x&&!u&&(d?C=f-2*zn(c.left,c.right):S=p-2*zn(c.top,c.bottom)),await o({...t,availableWidth:C,availableHeight:S});let w=await i.getDimensions(a.floating);return f!==w.width||p!==w.height?{reset:{rects:!0}}:{}}}};function Sr(){return typeof window<`u`}function Cr(e){return Er(e)?(e.nodeName||``).toLowerCase():`#document`}function wr(e){var t;return(e==null||(t=e.ownerDocument)==null?void 0:t.defaultView)||window}function Tr(e){return((Er(e)?e.ownerDocument:e.document)||window.document)?.documentElement}function Er(e){return Sr()?e instanceof Node||e instanceof wr(e).Node:!1}function Dr(e){return Sr()?e instanceof Element||e instanceof wr(e).Element:!1}function Or(e){return Sr()?e instanceof HTMLElement||e instanceof wr(e).HTMLElement:!1}function kr(e){return!Sr()||typeof ShadowRoot>`u`?!1:e instanceof ShadowRoot||e instanceof wr(e).ShadowRoot}function Ar(e){let{overflow:t,overflowX:n,overflowY:r,display:i}=Vr(e);return/auto|scroll|overlay|hidden|clip/.test(t+r+n)&&i!==`inline`&&i!==`contents`}function jr(e){return/^(table|td|th)$/.test(Cr(e))}function Mr(e){try{if(e.matches(`:popover-open`))return!0}catch{}try{return e.matches(`:modal`)}catch{return!1}}var Nr=/transform|translate|scale|rotate|perspective|filter/,Pr=/paint|layout|strict|content/,Fr=e=>!!e&&e!==`none`,Ir;function Lr(e){let t=Dr(e)?Vr(e):e;return Fr(t.transform)||Fr(t.translate)||Fr(t.scale)||Fr(t.rotate)||Fr(t.perspective)||!zr()&&(Fr(t.backdropFilter)||Fr(t.filter))||Nr.test(t.willChange||``)||Pr.test(t.contain||``)}function Rr(e){let t=Ur(e);for(;Or(t)&&!Br(t);){if(Lr(t))return t;if(Mr(t))return null;t=Ur(t)}return null}function zr(){return Ir??=typeof CSS<`u`&&CSS.supports&&CSS.supports(`-webkit-backdrop-filter`,`none`),Ir}function Br(e){return/^(html|body|#document)$/.test(Cr(e))}function Vr(e){return wr(e).getComputedStyle(e)}function Hr(e){return Dr(e)?{scrollLeft:e.scrollLeft,scrollTop:e.scrollTop}:{scrollLeft:e.scrollX,scrollTop:e.scrollY}}function Ur(e){if(Cr(e)===`html`)return e;let t=e.assignedSlot||e.parentNode||kr(e)&&e.host||Tr(e);return kr(t)?t.host:t}function Wr(e){let t=Ur(e);return Br(t)?(e.ownerDocument||e).body:Or(t)&&Ar(t)?t:Wr(t)}function Gr(e,t,n){t===void 0&&(t=[]),n===void 0&&(n=!0);let r=Wr(e),i=r===e.ownerDocument?.body,a=wr(r);if(i){let e=Kr(a);return t.concat(a,a.visualViewport||[],Ar(r)?r:[],e&&n?Gr(e):[])}return t.concat(r,Gr(r,[],n))}function Kr(e){return e.parent&&Object.getPrototypeOf(e.parent)?e.frameElement:null}function qr(e){let t=Vr(e),n=parseFloat(t.width)||0,r=parseFloat(t.height)||0,i=Or(e),a=i?e.offsetWidth:n,o=i?e.offsetHeight:r,s=Bn(n)!==a||Bn(r)!==o;return s&&(n=a,r=o),{width:n,height:r,$:s}}function Jr(e){return Dr(e)?e:e.contextElement}function Yr(e){let t=Jr(e);if(!Or(t))return Hn(1);let n=t.getBoundingClientRect(),{width:r,height:i,$:a}=qr(t),o=(a?Bn(n.width):n.width)/r,s=(a?Bn(n.height):n.height)/i;return o&&Number.isFinite(o)||(o=1),s&&Number.isFinite(s)||(s=1),{x:o,y:s}}var Xr=Hn(0);function Zr(e){let t=wr(e);return!zr()||!t.visualViewport?Xr:{x:t.visualViewport.offsetLeft,y:t.visualViewport.offsetTop}}function Qr(e,t,n){return t===void 0&&(t=!1),!!n&&t&&n===wr(e)}function $r(e,t,n,r){t===void 0&&(t=!1),n===void 0&&(n=!1);let i=e.getBoundingClientRect(),a=Jr(e),o=Hn(1);t&&(r?Dr(r)&&(o=Yr(r)):o=Yr(e));let s=Qr(a,n,r)?Zr(a):Hn(0),c=(i.left+s.x)/o.x,l=(i.top+s.y)/o.y,u=i.width/o.x,d=i.height/o.y;if(a&&r){let e=wr(a),t=Dr(r)?wr(r):r,n=e,i=Kr(n);for(;i&&t!==n;){let e=Yr(i),t=i.getBoundingClientRect(),r=Vr(i),a=t.left+(i.clientLeft+parseFloat(r.paddingLeft))*e.x,o=t.top+(i.clientTop+parseFloat(r.paddingTop))*e.y;c*=e.x,l*=e.y,u*=e.x,d*=e.y,c+=a,l+=o,n=wr(i),i=Kr(n)}}return ur({width:u,height:d,x:c,y:l})}function ei(e,t){let n=Hr(e).scrollLeft;return t?t.left+n:$r(Tr(e)).left+n}function ti(e,t){let n=e.getBoundingClientRect();return{x:n.left+t.scrollLeft-ei(e,n),y:n.top+t.scrollTop}}function ni(e){let{elements:t,rect:n,offsetParent:r,strategy:i}=e,a=i===`fixed`,o=Tr(r),s=t?Mr(t.floating):!1;if(r===o||s&&a)return n;let c={scrollLeft:0,scrollTop:0},l=Hn(1),u=Hn(0),d=Or(r);if((d||!a)&&((Cr(r)!==`body`||Ar(o))&&(c=Hr(r)),d)){let e=$r(r);l=Yr(r),u.x=e.x+r.clientLeft,u.y=e.y+r.clientTop}let f=o&&!d&&!a?ti(o,c):Hn(0);return{width:n.width*l.x,height:n.height*l.y,x:n.x*l.x-c.scrollLeft*l.x+u.x+f.x,y:n.y*l.y-c.scrollTop*l.y+u.y+f.y}}function ri(e){return e.getClientRects?Array.from(e.getClientRects()):[]}function ii(e){let t=Hr(e),n=e.ownerDocument.body,r=zn(e.scrollWidth,e.clientWidth,n.scrollWidth,n.clientWidth),i=zn(e.scrollHeight,e.clientHeight,n.scrollHeight,n.clientHeight),a=-t.scrollLeft+ei(e),o=-t.scrollTop;return Vr(n).direction===`rtl`&&(a+=zn(e.clientWidth,n.clientWidth)-r),{width:r,height:i,x:a,y:o}}var ai=25;function oi(e,t,n){n===void 0&&(n=`viewport`);let r=n===`layoutViewport`,i=wr(e),a=Tr(e),o=i.visualViewport,s=a.clientWidth,c=a.clientHeight,l=0,u=0;if(o){let e=!zr()||t===`fixed`;r?e||(l=-o.offsetLeft,u=-o.offsetTop):(s=o.width,c=o.height,e&&(l=o.offsetLeft,u=o.offsetTop))}if(ei(a)<=0){let e=a.ownerDocument,t=e.body,n=getComputedStyle(t),r=e.compatMode===`CSS1Compat`&&parseFloat(n.marginLeft)+parseFloat(n.marginRight)||0,i=Math.abs(a.clientWidth-t.clientWidth-r),o=getComputedStyle(a).scrollbarGutter===`stable both-edges`?i/2:i;o<=ai&&(s-=o)}return{width:s,height:c,x:l,y:u}}function si(e,t){let n=$r(e,!0,t===`fixed`),r=n.top+e.clientTop,i=n.left+e.clientLeft,a=Yr(e);return{width:e.clientWidth*a.x,height:e.clientHeight*a.y,x:i*a.x,y:r*a.y}}function ci(e,t,n){let r;if(t===`viewport`||t===`layoutViewport`)r=oi(e,n,t);else if(t===`document`)r=ii(Tr(e));else if(Dr(t))r=si(t,n);else{let n=Zr(e);r={x:t.x-n.x,y:t.y-n.y,width:t.width,height:t.height}}return ur(r)}function li(e,t){let n=t.get(e);if(n)return n;let r=Gr(e,[],!1).filter(e=>Dr(e)&&Cr(e)!==`body`),i=null,a=Vr(e).position===`fixed`,o=a?Ur(e):e;for(;Dr(o)&&!Br(o);){let e=Vr(o),t=Lr(o),n=i?i.position:a?`fixed`:``;!t&&(n===`fixed`||n===`absolute`&&e.position===`static`)?r=r.filter(e=>e!==o):i=e,o=Ur(o)}return t.set(e,r),r}function ui(e){let{element:t,boundary:n,rootBoundary:r,strategy:i}=e,a=[...n===`clippingAncestors`?Mr(t)?[]:li(t,this._c):[].concat(n),r],o=ci(t,a[0],i),s=o.top,c=o.right,l=o.bottom,u=o.left;for(let e=1;e<a.length;e++){let n=ci(t,a[e],i);s=zn(n.top,s),c=Rn(n.right,c),l=Rn(n.bottom,l),u=zn(n.left,u)}return{width:c-u,height:l-s,x:u,y:s}}function di(e){let{width:t,height:n}=qr(e);return{width:t,height:n}}function fi(e,t,n){let r=Or(t),i=Tr(t),a=n===`fixed`,o=$r(e,!0,a,t),s={scrollLeft:0,scrollTop:0},c=Hn(0);if((r||!a)&&((Cr(t)!==`body`||Ar(i))&&(s=Hr(t)),r)){let e=$r(t,!0,a,t);c.x=e.x+t.clientLeft,c.y=e.y+t.clientTop}!r&&i&&(c.x=ei(i));let l=i&&!r&&!a?ti(i,s):Hn(0);return{x:o.left+s.scrollLeft-c.x-l.x,y:o.top+s.scrollTop-c.y-l.y,width:o.width,height:o.height}}function pi(e){return Vr(e).position===`static`}function mi(e,t){if(!Or(e)||Vr(e).position===`fixed`)return null;if(t)return t(e);let n=e.offsetParent;return Tr(e)===n&&(n=n.ownerDocument.body),n}function hi(e,t){let n=wr(e);if(Mr(e))return n;if(!Or(e)){let t=Ur(e);for(;t&&!Br(t);){if(Dr(t)&&!pi(t))return t;t=Ur(t)}return n}let r=mi(e,t);for(;r&&jr(r)&&pi(r);)r=mi(r,t);return r&&Br(r)&&pi(r)&&!Lr(r)?n:r||Rr(e)||n}var gi=async function(e){let t=this.getOffsetParent||hi,n=this.getDimensions,r=await n(e.floating);return{reference:fi(e.reference,await t(e.floating),e.strategy),floating:{x:0,y:0,width:r.width,height:r.height}}};function _i(e){return Vr(e).direction===`rtl`}var vi={convertOffsetParentRelativeRectToViewportRelativeRect:ni,getDocumentElement:Tr,getClippingRect:ui,getOffsetParent:hi,getElementRects:gi,getClientRects:ri,getDimensions:di,getScale:Yr,isElement:Dr,isRTL:_i};function yi(e,t){return e.x===t.x&&e.y===t.y&&e.width===t.width&&e.height===t.height}function bi(e,t,n){let r=null,i,a=Tr(e);function o(){var e;clearTimeout(i),(e=r)==null||e.disconnect(),r=null}function s(n,c){n===void 0&&(n=!1),c===void 0&&(c=1),o();let l=e.getBoundingClientRect(),{left:u,top:d,width:f,height:p}=l;if(n||t(),!f||!p)return;let m=Vn(d),h=Vn(a.clientWidth-(u+f)),g=Vn(a.clientHeight-(d+p)),_=Vn(u),v={rootMargin:-m+`px `+-h+`px `+-g+`px `+-_+`px`,threshold:zn(0,Rn(1,c))||1},y=!0;function b(t){let n=t[0].intersectionRatio;if(!yi(l,e.getBoundingClientRect()))return s();if(n!==c){if(!y)return s();n?s(!1,n):i=setTimeout(()=>{s(!1,1e-7)},1e3)}y=!1}try{r=new IntersectionObserver(b,{...v,root:a.ownerDocument})}catch{r=new IntersectionObserver(b,v)}r.observe(e)}let c=wr(e),l=()=>s(n);return c.addEventListener(`resize`,l),s(!0),()=>{c.removeEventListener(`resize`,l),o()}}function xi(e,t,n,r){r===void 0&&(r={});let{ancestorScroll:i=!0,ancestorResize:a=!0,elementResize:o=typeof ResizeObserver==`function`,layoutShift:s=typeof IntersectionObserver==`function`,animationFrame:c=!1}=r,l=Jr(e),u=i||a?[...l?Gr(l):[],...t?Gr(t):[]]:[];u.forEach(e=>{i&&e.addEventListener(`scroll`,n),a&&e.addEventListener(`resize`,n)});let d=l&&s?bi(l,n,a):null,f=-1,p=null;o&&(p=new ResizeObserver(e=>{let[r]=e;r&&r.target===l&&p&&t&&(p.unobserve(t),cancelAnimationFrame(f),f=requestAnimationFrame(()=>{var e;(e=p)==null||e.observe(t)})),n()}),l&&!c&&p.observe(l),t&&p.observe(t));let m,h=c?$r(e):null;c&&g();function g(){let t=$r(e);h&&!yi(h,t)&&n(),h=t,m=requestAnimationFrame(g)}return n(),()=>{var e;u.forEach(e=>{i&&e.removeEventListener(`scroll`,n),a&&e.removeEventListener(`resize`,n)}),d?.(),(e=p)==null||e.disconnect(),p=null,c&&cancelAnimationFrame(m)}}var Si=yr,Ci=br,wi=gr,Ti=xr,Ei=hr,Di=(e,t,n)=>{let r=new Map,i=n??{},a={...vi,...i.platform,_c:r};return mr(e,t,{...i,platform:a})};function Oi(e){return Ai(e)}function ki(e){return e.assignedSlot?e.assignedSlot:e.parentNode instanceof ShadowRoot?e.parentNode.host:e.parentNode}function Ai(e){for(let t=e;t;t=ki(t))if(t instanceof Element&&getComputedStyle(t).display===`none`)return null;for(let t=ki(e);t;t=ki(t)){if(!(t instanceof Element))continue;let e=getComputedStyle(t);if(e.display!==`contents`&&(e.position!==`static`||Lr(e)||t.tagName===`BODY`))return t}return null}function ji(e){return typeof e==`object`&&!!e&&`getBoundingClientRect`in e&&(`contextElement`in e?e instanceof Element:!0)}var Mi=!!globalThis?.HTMLElement?.prototype.hasOwnProperty(`popover`),G=class extends $e{constructor(){super(...arguments),this.localize=new bt(this),this.SUPPORTS_POPOVER=!1,this.active=!1,this.placement=`top`,this.boundary=`viewport`,this.distance=0,this.skidding=0,this.arrow=!1,this.arrowPlacement=`anchor`,this.arrowPadding=10,this.flip=!1,this.flipFallbackPlacements=``,this.flipFallbackStrategy=`best-fit`,this.flipPadding=0,this.shift=!1,this.shiftPadding=0,this.autoSizePadding=0,this.hoverBridge=!1,this.updateHoverBridge=()=>{if(this.hoverBridge&&this.anchorEl&&this.popup){let e=this.anchorEl.getBoundingClientRect(),t=this.popup.getBoundingClientRect(),n=this.placement.includes(`top`)||this.placement.includes(`bottom`),r=0,i=0,a=0,o=0,s=0,c=0,l=0,u=0;n?e.top<t.top?(r=e.left,i=e.bottom,a=e.right,o=e.bottom,s=t.left,c=t.top,l=t.right,u=t.top):(r=t.left,i=t.bottom,a=t.right,o=t.bottom,s=e.left,c=e.top,l=e.right,u=e.top):e.left<t.left?(r=e.right,i=e.top,a=t.left,o=t.top,s=e.right,c=e.bottom,l=t.left,u=t.bottom):(r=t.right,i=t.top,a=e.left,o=e.top,s=t.right,c=t.bottom,l=e.left,u=e.bottom),this.style.setProperty(`--hover-bridge-top-left-x`,`${r}px`),this.style.setProperty(`--hover-bridge-top-left-y`,`${i}px`),this.style.setProperty(`--hover-bridge-top-right-x`,`${a}px`),this.style.setProperty(`--hover-bridge-top-right-y`,`${o}px`),this.style.setProperty(`--hover-bridge-bottom-left-x`,`${s}px`),this.style.setProperty(`--hover-bridge-bottom-left-y`,`${c}px`),this.style.setProperty(`--hover-bridge-bottom-right-x`,`${l}px`),this.style.setProperty(`--hover-bridge-bottom-right-y`,`${u}px`)}}}async connectedCallback(){super.connectedCallback(),await this.updateComplete,this.SUPPORTS_POPOVER=Mi,this.start()}disconnectedCallback(){super.disconnectedCallback(),this.stop()}async updated(e){super.updated(e),e.has(`active`)&&(this.active?this.start():this.stop()),e.has(`anchor`)&&this.handleAnchorChange(),this.active&&(await this.updateComplete,this.reposition())}async handleAnchorChange(){if(await this.stop(),this.anchor&&typeof this.anchor==`string`){let e=this.getRootNode();this.anchorEl=e.getElementById(this.anchor)}else this.anchorEl=this.anchor instanceof Element||ji(this.anchor)?this.anchor:this.querySelector(`[slot="anchor"]`);this.anchorEl instanceof HTMLSlotElement&&(this.anchorEl=this.anchorEl.assignedElements({flatten:!0})[0]),this.anchorEl&&this.start()}start(){this.anchorEl&&this.active&&this.isConnected&&(this.popup?.showPopover?.(),this.cleanup=xi(this.anchorEl,this.popup,()=>{this.reposition()}))}async stop(){return new Promise(e=>{this.popup?.hidePopover?.(),this.cleanup?(this.cleanup(),this.cleanup=void 0,this.removeAttribute(`data-current-placement`),this.style.removeProperty(`--auto-size-available-width`),this.style.removeProperty(`--auto-size-available-height`),requestAnimationFrame(()=>e())):e()})}reposition(){if(!this.active||!this.anchorEl||!this.popup)return;let e=[Si({mainAxis:this.distance,crossAxis:this.skidding})];this.sync?e.push(Ti({apply:({rects:e})=>{let t=this.sync===`width`||this.sync===`both`,n=this.sync===`height`||this.sync===`both`;this.popup.style.width=t?`${e.reference.width}px`:``,this.popup.style.height=n?`${e.reference.height}px`:``}})):(this.popup.style.width=``,this.popup.style.height=``);let t;this.SUPPORTS_POPOVER&&!ji(this.anchor)&&this.boundary===`scroll`&&(t=Gr(this.anchorEl).filter(e=>e instanceof Element)),this.flip&&e.push(wi({boundary:this.flipBoundary||t,fallbackPlacements:this.flipFallbackPlacements,fallbackStrategy:this.flipFallbackStrategy===`best-fit`?`bestFit`:`initialPlacement`,padding:this.flipPadding})),this.shift&&e.push(Ci({boundary:this.shiftBoundary||t,padding:this.shiftPadding})),this.autoSize?e.push(Ti({boundary:this.autoSizeBoundary||t,padding:this.autoSizePadding,apply:({availableWidth:e,availableHeight:t})=>{this.autoSize===`vertical`||this.autoSize===`both`?this.style.setProperty(`--auto-size-available-height`,`${t}px`):this.style.removeProperty(`--auto-size-available-height`),this.autoSize===`horizontal`||this.autoSize===`both`?this.style.setProperty(`--auto-size-available-width`,`${e}px`):this.style.removeProperty(`--auto-size-available-width`)}})):(this.style.removeProperty(`--auto-size-available-width`),this.style.removeProperty(`--auto-size-available-height`)),this.arrow&&e.push(Ei({element:this.arrowEl,padding:this.arrowPadding}));let n=this.SUPPORTS_POPOVER?e=>vi.getOffsetParent(e,Oi):vi.getOffsetParent;Di(this.anchorEl,this.popup,{placement:this.placement,middleware:e,strategy:this.SUPPORTS_POPOVER?`absolute`:`fixed`,platform:{...vi,getOffsetParent:n}}).then(({x:e,y:t,middlewareData:n,placement:r})=>{let i=this.localize.dir()===`rtl`,a={top:`bottom`,right:`left`,bottom:`top`,left:`right`}[r.split(`-`)[0]];if(this.setAttribute(`data-current-placement`,r),Object.assign(this.popup.style,{left:`${e}px`,top:`${t}px`}),this.arrow){let e=n.arrow.x,t=n.arrow.y,r=``,o=``,s=``,c=``;if(this.arrowPlacement===`start`){let n=typeof e==`number`?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:``;r=typeof t==`number`?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:``,o=i?n:``,c=i?``:n}else if(this.arrowPlacement===`end`){let n=typeof e==`number`?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:``;o=i?``:n,c=i?n:``,s=typeof t==`number`?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:``}else this.arrowPlacement===`center`?(c=typeof e==`number`?`calc(50% - var(--arrow-size-diagonal))`:``,r=typeof t==`number`?`calc(50% - var(--arrow-size-diagonal))`:``):(c=typeof e==`number`?`${e}px`:``,r=typeof t==`number`?`${t}px`:``);Object.assign(this.arrowEl.style,{top:r,right:o,bottom:s,left:c,[a]:`calc(var(--arrow-base-offset) - var(--arrow-size-diagonal))`})}}),requestAnimationFrame(()=>this.updateHoverBridge()),this.dispatchEvent(new In)}render(){return M`
      <slot name="anchor" @slotchange=${this.handleAnchorChange}></slot>

      <span
        part="hover-bridge"
        class=${wt({"popup-hover-bridge":!0,"popup-hover-bridge-visible":this.hoverBridge&&this.active})}
      ></span>

      <div
        popover="manual"
        part="popup"
        class=${wt({popup:!0,"popup-active":this.active,"popup-fixed":!this.SUPPORTS_POPOVER,"popup-has-arrow":this.arrow})}
      >
        <slot></slot>
        ${this.arrow?M`<div part="arrow" class="arrow" role="presentation"></div>`:``}
      </div>
    `}};G.css=Ln,a([L(`.popup`)],G.prototype,`popup`,2),a([L(`.arrow`)],G.prototype,`arrowEl`,2),a([I({attribute:!1,type:Boolean})],G.prototype,`SUPPORTS_POPOVER`,2),a([I()],G.prototype,`anchor`,2),a([I({type:Boolean,reflect:!0})],G.prototype,`active`,2),a([I({reflect:!0})],G.prototype,`placement`,2),a([I()],G.prototype,`boundary`,2),a([I({type:Number})],G.prototype,`distance`,2),a([I({type:Number})],G.prototype,`skidding`,2),a([I({type:Boolean})],G.prototype,`arrow`,2),a([I({attribute:`arrow-placement`})],G.prototype,`arrowPlacement`,2),a([I({attribute:`arrow-padding`,type:Number})],G.prototype,`arrowPadding`,2),a([I({type:Boolean})],G.prototype,`flip`,2),a([I({attribute:`flip-fallback-placements`,converter:{fromAttribute:e=>e.split(` `).map(e=>e.trim()).filter(e=>e!==``),toAttribute:e=>e.join(` `)}})],G.prototype,`flipFallbackPlacements`,2),a([I({attribute:`flip-fallback-strategy`})],G.prototype,`flipFallbackStrategy`,2),a([I({type:Object})],G.prototype,`flipBoundary`,2),a([I({attribute:`flip-padding`,type:Number})],G.prototype,`flipPadding`,2),a([I({type:Boolean})],G.prototype,`shift`,2),a([I({type:Object})],G.prototype,`shiftBoundary`,2),a([I({attribute:`shift-padding`,type:Number})],G.prototype,`shiftPadding`,2),a([I({attribute:`auto-size`})],G.prototype,`autoSize`,2),a([I()],G.prototype,`sync`,2),a([I({type:Object})],G.prototype,`autoSizeBoundary`,2),a([I({attribute:`auto-size-padding`,type:Number})],G.prototype,`autoSizePadding`,2),a([I({attribute:`hover-bridge`,type:Boolean})],G.prototype,`hoverBridge`,2),G=a([Ue(`wa-popup`)],G);var Ni=[];function Pi(e){Fi(e),Ni.push(e)}function Fi(e){for(let t=Ni.length-1;t>=0;t--)if(Ni[t]===e){Ni.splice(t,1);break}}function Ii(e){return Ni.length>0&&Ni[Ni.length-1]===e}function Li(e,t){return new Promise(n=>{function r(i){i.target===e&&(e.removeEventListener(t,r),n())}e.addEventListener(t,r)})}function Ri(e,t){for(;t;){if(t===e)return!0;t=t instanceof Element&&t.assignedSlot?t.assignedSlot:t.parentNode?t.parentNode:t instanceof ShadowRoot?t.host:null}return!1}var zi=class extends $e{constructor(){super(...arguments),this.dismissedByPress=!1,this.placement=`top`,this.disabled=!1,this.distance=8,this.open=!1,this.skidding=0,this.showDelay=150,this.hideDelay=0,this.trigger=`hover focus`,this.withoutArrow=!1,this.for=null,this.anchor=null,this.eventController=new AbortController,this.handleBlur=()=>{this.dismissedByPress=!1,this.hasTrigger(`focus`)&&this.hide()},this.handleClick=()=>{this.hasTrigger(`click`)?this.open?this.hide():this.show():this.hasTrigger(`manual`)||this.lightDismiss()},this.handleFocus=()=>{this.dismissedByPress||this.hasTrigger(`focus`)&&this.show()},this.handleMouseDown=()=>{this.hasTrigger(`click`)||this.hasTrigger(`manual`)||this.lightDismiss()},this.handleDocumentKeyDown=e=>{this.hasTrigger(`manual`)||e.key===`Escape`&&this.open&&Ii(this)&&(e.preventDefault(),e.stopPropagation(),this.hide())},this.handleDocumentClick=e=>{this.hasTrigger(`manual`)||this.anchor&&e.composedPath().includes(this.anchor)||this.hide()},this.handleMouseOver=()=>{this.dismissedByPress||this.hasTrigger(`hover`)&&(clearTimeout(this.hoverTimeout),this.hoverTimeout=window.setTimeout(()=>this.show(),this.showDelay))},this.handleMouseOut=e=>{let t=e.relatedTarget,n=!!(t&&this.anchor&&Ri(this.anchor,t)),r=!!(t&&Ri(this,t));n||r||(this.dismissedByPress=!1,this.hasTrigger(`hover`)&&(clearTimeout(this.hoverTimeout),this.hoverTimeout=window.setTimeout(()=>{this.hide()},this.hideDelay)))}}connectedCallback(){super.connectedCallback(),typeof document<`u`&&(this.eventController.signal.aborted&&(this.eventController=new AbortController),this.addEventListener(`mouseout`,this.handleMouseOut),this.dismissedByPress=!1,this.open&&(this.open=!1,this.updateComplete.then(()=>{this.open=!0})),this.id||=Dn(`wa-tooltip-`),this.for&&this.anchor?(this.anchor=null,this.handleForChange()):this.for&&this.handleForChange())}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener(`keydown`,this.handleDocumentKeyDown),document.removeEventListener(`click`,this.handleDocumentClick),Fi(this),this.eventController.abort(),this.anchor&&this.removeFromAriaLabelledBy(this.anchor,this.id)}firstUpdated(e){this.body.hidden=!this.open,this.open&&(this.popup.active=!0,this.popup.reposition()),super.firstUpdated(e)}lightDismiss(){clearTimeout(this.hoverTimeout),this.dismissedByPress=!0,this.hide()}hasTrigger(e){return this.trigger.split(` `).includes(e)}addToAriaLabelledBy(e,t){let n=(e.getAttribute(`aria-labelledby`)||``).split(/\s+/).filter(Boolean);n.includes(t)||(n.push(t),e.setAttribute(`aria-labelledby`,n.join(` `)))}removeFromAriaLabelledBy(e,t){let n=(e.getAttribute(`aria-labelledby`)||``).split(/\s+/).filter(Boolean).filter(e=>e!==t);n.length>0?e.setAttribute(`aria-labelledby`,n.join(` `)):e.removeAttribute(`aria-labelledby`)}async handleOpenChange(){if(this.open){if(this.disabled)return;let e=new Mn;if(this.dispatchEvent(e),e.defaultPrevented){this.open=!1;return}this.hasTrigger(`manual`)||(document.addEventListener(`keydown`,this.handleDocumentKeyDown,{signal:this.eventController.signal}),document.addEventListener(`click`,this.handleDocumentClick,{signal:this.eventController.signal}),Pi(this)),this.body.hidden=!1,this.popup.active=!0,await On(this.popup.popup,`show-with-scale`),this.popup.reposition(),this.dispatchEvent(new Fn)}else{let e=new Nn;if(this.dispatchEvent(e),e.defaultPrevented){this.open=!0;return}document.removeEventListener(`keydown`,this.handleDocumentKeyDown),document.removeEventListener(`click`,this.handleDocumentClick),Fi(this),await On(this.popup.popup,`hide-with-scale`),this.popup.active=!1,this.body.hidden=!0,this.dispatchEvent(new Pn)}}handleForChange(){let e=this.getRootNode?.();if(!e)return;let t=this.for?e.getElementById?.(this.for):null,n=this.anchor;if(t===n)return;this.dismissedByPress=!1;let{signal:r}=this.eventController;t&&(this.addToAriaLabelledBy(t,this.id),t.addEventListener(`blur`,this.handleBlur,{capture:!0,signal:r}),t.addEventListener(`focus`,this.handleFocus,{capture:!0,signal:r}),t.addEventListener(`click`,this.handleClick,{signal:r}),t.addEventListener(`mousedown`,this.handleMouseDown,{signal:r}),t.addEventListener(`mouseover`,this.handleMouseOver,{signal:r}),t.addEventListener(`mouseout`,this.handleMouseOut,{signal:r})),n&&(this.removeFromAriaLabelledBy(n,this.id),n.removeEventListener(`blur`,this.handleBlur,{capture:!0}),n.removeEventListener(`focus`,this.handleFocus,{capture:!0}),n.removeEventListener(`click`,this.handleClick),n.removeEventListener(`mousedown`,this.handleMouseDown),n.removeEventListener(`mouseover`,this.handleMouseOver),n.removeEventListener(`mouseout`,this.handleMouseOut)),this.anchor=t}async handleOptionsChange(){this.hasUpdated&&(await this.updateComplete,this.popup.reposition())}handleDisabledChange(){this.disabled&&this.open&&this.hide()}async show(){if(!this.open)return this.open=!0,Li(this,`wa-after-show`)}async hide(){if(this.open)return this.open=!1,Li(this,`wa-after-hide`)}render(){return M`
      <wa-popup
        part="base tooltip"
        exportparts="
          popup:base__popup,
          arrow:base__arrow
        "
        class=${wt({tooltip:!0,"tooltip-open":this.open})}
        placement=${this.placement}
        distance=${this.distance}
        skidding=${this.skidding}
        flip
        shift
        ?arrow=${!this.withoutArrow}
        hover-bridge
        .anchor=${this.anchor}
      >
        <div part="body" class="body">
          <slot></slot>
        </div>
      </wa-popup>
    `}};zi.css=jn,zi.dependencies={"wa-popup":G},a([L(`slot:not([name])`)],zi.prototype,`defaultSlot`,2),a([L(`.body`)],zi.prototype,`body`,2),a([L(`wa-popup`)],zi.prototype,`popup`,2),a([I()],zi.prototype,`placement`,2),a([I({type:Boolean,reflect:!0})],zi.prototype,`disabled`,2),a([I({type:Number})],zi.prototype,`distance`,2),a([I({type:Boolean,reflect:!0})],zi.prototype,`open`,2),a([I({type:Number})],zi.prototype,`skidding`,2),a([I({attribute:`show-delay`,type:Number})],zi.prototype,`showDelay`,2),a([I({attribute:`hide-delay`,type:Number})],zi.prototype,`hideDelay`,2),a([I()],zi.prototype,`trigger`,2),a([I({attribute:`without-arrow`,type:Boolean,reflect:!0})],zi.prototype,`withoutArrow`,2),a([I()],zi.prototype,`for`,2),a([Ke()],zi.prototype,`anchor`,2),a([R(`open`,{waitUntilFirstUpdate:!0})],zi.prototype,`handleOpenChange`,1),a([R(`for`)],zi.prototype,`handleForChange`,1),a([R([`distance`,`placement`,`skidding`])],zi.prototype,`handleOptionsChange`,1),a([R(`disabled`)],zi.prototype,`handleDisabledChange`,1),zi=a([Ue(`wa-tooltip`)],zi);var Bi=class{constructor(e,t){this.element=e,this.callback=t}start(...e){this.observer??=new ResizeObserver(()=>this.check()),this.observer.observe(this.element);for(let t of e)this.observer.observe(t);this.initialCheckHandle??=requestAnimationFrame(()=>{this.initialCheckHandle=void 0,this.check()})}stop(){this.initialCheckHandle!==void 0&&(cancelAnimationFrame(this.initialCheckHandle),this.initialCheckHandle=void 0),this.observer?.disconnect()}check(){this.callback(this.element.getClientRects().length>0)}};function Vi(e,t){let n=t.getBoundingClientRect();return e.clientX>=n.left&&e.clientX<=n.right&&e.clientY>=n.top&&e.clientY<=n.bottom}var Hi=new Set;function Ui(){let e=document.documentElement.clientWidth;return Math.abs(window.innerWidth-e)}function Wi(){let e=Number(getComputedStyle(document.body).paddingRight.replace(/px/,``));return isNaN(e)||!e?0:e}function Gi(e){if(Hi.add(e),!document.documentElement.classList.contains(`wa-scroll-lock`)){let e=Ui()+Wi(),t=getComputedStyle(document.documentElement).scrollbarGutter;t&&t!==`auto`||(t=`stable`),e<2&&(t=``),document.documentElement.style.setProperty(`--wa-scroll-lock-gutter`,t),document.documentElement.classList.add(`wa-scroll-lock`),document.documentElement.style.setProperty(`--wa-scroll-lock-size`,`${e}px`)}}function Ki(e){Hi.delete(e),Hi.size===0&&(document.documentElement.classList.remove(`wa-scroll-lock`),document.documentElement.style.removeProperty(`--wa-scroll-lock-size`))}function qi(e){return e.split(` `).map(e=>e.trim()).filter(e=>e!==``)}var Ji=g`
  :host {
    --width: 31rem;
    --spacing: var(--wa-space-l);
    --backdrop-filter: none;
    --show-duration: var(--wa-transition-normal);
    --hide-duration: var(--wa-transition-normal);

    display: none;
  }

  :host([open]) {
    display: block;
  }

  .dialog {
    display: flex;
    flex-direction: column;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    width: var(--width);
    max-width: calc(100% - var(--wa-space-2xl));
    max-height: calc(100% - var(--wa-space-2xl));
    color: inherit;
    background-color: var(--wa-color-surface-raised);
    border-radius: var(--wa-panel-border-radius);
    border: none;
    box-shadow: var(--wa-shadow-l);
    padding: 0;
    margin: auto;

    &.show {
      animation: show-dialog var(--show-duration) ease;

      &::backdrop {
        animation: show-backdrop var(--show-duration, 200ms) ease;
      }
    }

    &.hide {
      animation: show-dialog var(--hide-duration) ease reverse;

      &::backdrop {
        animation: show-backdrop var(--hide-duration, 200ms) ease reverse;
      }
    }

    &.pulse {
      animation: pulse 250ms ease;
    }
  }

  .dialog:focus {
    outline: none;
  }

  /* Ensure there's enough vertical padding for phones that don't update vh when chrome appears (e.g. iPhone) */
  @media screen and (max-width: 420px) {
    .dialog {
      max-height: 80vh;
    }
  }

  .open {
    display: flex;
    opacity: 1;
  }

  .header {
    flex: 0 0 auto;
    display: flex;
    flex-wrap: nowrap;

    padding-inline-start: var(--spacing);
    padding-block-end: 0;

    /* Subtract the close button's padding so that the X is visually aligned with the edges of the dialog content */
    padding-inline-end: calc(var(--spacing) - var(--wa-form-control-padding-block));
    padding-block-start: calc(var(--spacing) - var(--wa-form-control-padding-block));
  }

  .title {
    align-self: center;
    flex: 1 1 auto;
    font-family: inherit;
    font-size: var(--wa-font-size-l);
    font-weight: var(--wa-font-weight-heading);
    line-height: var(--wa-line-height-condensed);
    margin: 0;
  }

  .header-actions {
    align-self: start;
    display: flex;
    flex-shrink: 0;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--wa-space-2xs);
    padding-inline-start: var(--spacing);
  }

  .header-actions wa-button,
  .header-actions ::slotted(wa-button) {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
  }

  .body {
    flex: 1 1 auto;
    display: block;
    padding: var(--spacing);
    overflow: auto;
    -webkit-overflow-scrolling: touch;

    &:focus {
      outline: none;
    }

    &:focus-visible {
      outline: var(--wa-focus-ring);
      outline-offset: var(--wa-focus-ring-offset);
    }
  }

  .footer {
    flex: 0 0 auto;
    display: flex;
    flex-wrap: wrap;
    gap: var(--wa-space-xs);
    justify-content: end;
    padding: var(--spacing);
    padding-block-start: 0;
  }

  .footer ::slotted(wa-button:not(:first-of-type)) {
    margin-inline-start: var(--wa-spacing-xs);
  }

  .dialog::backdrop {
    /*
      NOTE: the ::backdrop element doesn't inherit properly in Safari yet, but it will in 17.4! At that time, we can
      remove the fallback values here.
    */
    background-color: var(--wa-color-overlay-modal, rgb(0 0 0 / 0.25));
    backdrop-filter: var(--backdrop-filter);
  }

  @keyframes pulse {
    0% {
      scale: 1;
    }
    50% {
      scale: 1.02;
    }
    100% {
      scale: 1;
    }
  }

  @keyframes show-dialog {
    from {
      opacity: 0;
      scale: 0.8;
    }
    to {
      opacity: 1;
      scale: 1;
    }
  }

  @keyframes show-backdrop {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .dialog {
      border: solid 1px white;
    }
  }
`,Yi=class extends $e{constructor(){super(...arguments),this.localize=new bt(this),this.hasSlotController=new at(this,`footer`,`header-actions`,`label`),this.renderedWatcher=new Bi(this,e=>this.handleRenderedChange(e)),this.open=!1,this.label=``,this.withoutHeader=!1,this.lightDismiss=!1,this.withFooter=!1,this.withLabel=!1,this.handleDocumentKeyDown=e=>{e.key===`Escape`&&this.open&&Ii(this)&&(e.preventDefault(),e.stopPropagation(),this.requestClose(this.dialog))}}firstUpdated(e){super.firstUpdated(e),this.open&&(this.addOpenListeners(),this.dialog.showModal(),Gi(this),this.renderedWatcher.start(this.dialog))}disconnectedCallback(){super.disconnectedCallback(),this.renderedWatcher.stop(),Ki(this),this.removeOpenListeners()}async requestClose(e){let t=new Nn({source:e});if(this.dispatchEvent(t),t.defaultPrevented){this.open=!0,On(this.dialog,`pulse`);return}this.removeOpenListeners(),await On(this.dialog,`hide`),this.open=!1,this.dialog.close(),Ki(this),this.renderedWatcher.stop();let n=this.originalTrigger;typeof n?.focus==`function`&&setTimeout(()=>n.focus()),this.dispatchEvent(new Pn)}addOpenListeners(){document.addEventListener(`keydown`,this.handleDocumentKeyDown),Pi(this)}removeOpenListeners(){document.removeEventListener(`keydown`,this.handleDocumentKeyDown),Fi(this)}handleDialogCancel(e){e.preventDefault(),!this.dialog.classList.contains(`hide`)&&e.target===this.dialog&&Ii(this)&&this.requestClose(this.dialog)}handleDialogClick(e){let t=e.target.closest(`[data-dialog="close"]`);t&&(e.stopPropagation(),this.requestClose(t))}async handleDialogPointerDown(e){e.target===this.dialog&&!Vi(e,this.dialog)&&(this.lightDismiss?this.requestClose(this.dialog):await On(this.dialog,`pulse`))}handleRenderedChange(e){this.open?!e&&this.dialog.open?(this.removeOpenListeners(),this.dialog.close(),Ki(this)):e&&!this.dialog.open&&(this.addOpenListeners(),this.dialog.showModal(),Gi(this)):this.renderedWatcher.stop()}handleOpenChange(){this.open&&!this.dialog.open?this.show():!this.open&&this.dialog.open?(this.open=!0,this.requestClose(this.dialog)):this.open||this.renderedWatcher.stop()}async show(){let e=new Mn;this.dispatchEvent(e),e.defaultPrevented?this.open=!1:(this.addOpenListeners(),this.originalTrigger=document.activeElement,this.open=!0,this.dialog.showModal(),Gi(this),this.renderedWatcher.start(this.dialog),requestAnimationFrame(()=>{let e=this.querySelector(`[autofocus]`);e&&typeof e.focus==`function`?e.focus():this.dialog.focus()}),await On(this.dialog,`show`),this.dispatchEvent(new Fn))}render(){let e=!this.withoutHeader,t=this.hasSlotController.test(`footer`,`withFooter`),n=this.label.length>0||this.hasSlotController.test(`label`,`withLabel`);return M`
      <dialog
        part="dialog"
        aria-labelledby=${z(e&&n?`title`:void 0)}
        aria-label=${z(!e&&this.label?this.label:void 0)}
        class=${wt({dialog:!0,open:this.open})}
        @cancel=${this.handleDialogCancel}
        @click=${this.handleDialogClick}
        @pointerdown=${this.handleDialogPointerDown}
      >
        ${e?M`
              <div part="header" class="header">
                <h2 part="title" class="title" id="title">
                  <!-- If there's no label, use an invisible character to prevent the header from collapsing -->
                  <slot name="label"> ${this.label.length>0?this.label:`​`} </slot>
                </h2>
                <div part="header-actions" class="header-actions">
                  <slot name="header-actions"></slot>
                  <wa-button
                    part="close-button"
                    exportparts="base:close-button__base"
                    class="close"
                    appearance="plain"
                    @click="${e=>this.requestClose(e.target)}"
                  >
                    <wa-icon
                      name="xmark"
                      label=${this.localize.term(`close`)}
                      library="system"
                      variant="solid"
                    ></wa-icon>
                  </wa-button>
                </div>
              </div>
            `:``}

        <div part="body" class="body"><slot></slot></div>

        <!-- Use a hidden element so we still get "slotchange" events. -->
        <div part="footer" class="footer" ?hidden=${!t}>
          <slot name="footer"></slot>
        </div>
      </dialog>
    `}};Yi.css=Ji,a([L(`.dialog`)],Yi.prototype,`dialog`,2),a([I({type:Boolean,reflect:!0})],Yi.prototype,`open`,2),a([I({reflect:!0})],Yi.prototype,`label`,2),a([I({attribute:`without-header`,type:Boolean,reflect:!0})],Yi.prototype,`withoutHeader`,2),a([I({attribute:`light-dismiss`,type:Boolean})],Yi.prototype,`lightDismiss`,2),a([I({attribute:`with-footer`,type:Boolean})],Yi.prototype,`withFooter`,2),a([I({attribute:`with-label`,type:Boolean})],Yi.prototype,`withLabel`,2),a([R(`open`,{waitUntilFirstUpdate:!0})],Yi.prototype,`handleOpenChange`,1),Yi=a([Ue(`wa-dialog`)],Yi),document.addEventListener(`click`,e=>{let t=e.target.closest(`[data-dialog]`);if(t instanceof Element){let[e,n]=qi(t.getAttribute(`data-dialog`)||``);if(e===`open`&&n?.length){let e=t.getRootNode().getElementById(n);e?.localName===`wa-dialog`?e.open=!0:console.warn(`A dialog with an ID of "${n}" could not be found in this document.`)}}}),document.addEventListener(`pointerdown`,()=>{});var Xi=g`
  :host {
    --size: 25rem;
    --spacing: var(--wa-space-l);
    --backdrop-filter: none;
    --show-duration: var(--wa-transition-normal);
    --hide-duration: var(--wa-transition-normal);

    display: none;
  }

  :host([open]) {
    display: block;
  }

  .drawer {
    display: flex;
    flex-direction: column;
    top: 0;
    inset-inline-start: 0;
    width: 100%;
    height: 100%;
    max-width: 100%;
    max-height: 100%;
    overflow: hidden;
    color: inherit;
    background-color: var(--wa-color-surface-raised);
    border: none;
    box-shadow: var(--wa-shadow-l);
    overflow: auto;
    padding: 0;
    margin: 0;
    animation-duration: var(--show-duration);
    animation-timing-function: ease;

    &.show::backdrop {
      animation: show-backdrop var(--show-duration, 200ms) ease;
    }

    &.hide::backdrop {
      animation: show-backdrop var(--hide-duration, 200ms) ease reverse;
    }

    &.show.top {
      animation: show-drawer-from-top var(--show-duration) ease;
    }

    &.hide.top {
      animation: show-drawer-from-top var(--hide-duration) ease reverse;
    }

    &.show.end {
      animation: show-drawer-from-end var(--show-duration) ease;

      &:dir(rtl) {
        animation-name: show-drawer-from-start;
      }
    }

    &.hide.end {
      animation: show-drawer-from-end var(--hide-duration) ease reverse;

      &:dir(rtl) {
        animation-name: show-drawer-from-start;
      }
    }

    &.show.bottom {
      animation: show-drawer-from-bottom var(--show-duration) ease;
    }

    &.hide.bottom {
      animation: show-drawer-from-bottom var(--hide-duration) ease reverse;
    }

    &.show.start {
      animation: show-drawer-from-start var(--show-duration) ease;

      &:dir(rtl) {
        animation-name: show-drawer-from-end;
      }
    }

    &.hide.start {
      animation: show-drawer-from-start var(--hide-duration) ease reverse;

      &:dir(rtl) {
        animation-name: show-drawer-from-end;
      }
    }

    &.pulse {
      animation: pulse 250ms ease;
    }
  }

  .drawer:focus {
    outline: none;
  }

  .top {
    top: 0;
    inset-inline-end: auto;
    bottom: auto;
    inset-inline-start: 0;
    width: 100%;
    height: var(--size);
  }

  .end {
    top: 0;
    inset-inline-end: 0;
    bottom: auto;
    inset-inline-start: auto;
    width: var(--size);
    height: 100%;
  }

  .bottom {
    top: auto;
    inset-inline-end: auto;
    bottom: 0;
    inset-inline-start: 0;
    width: 100%;
    height: var(--size);
  }

  .start {
    top: 0;
    inset-inline-end: auto;
    bottom: auto;
    inset-inline-start: 0;
    width: var(--size);
    height: 100%;
  }

  .header {
    display: flex;
    flex-wrap: nowrap;
    padding-inline-start: var(--spacing);
    padding-block-end: 0;

    /* Subtract the close button's padding so that the X is visually aligned with the edges of the dialog content */
    padding-inline-end: calc(var(--spacing) - var(--wa-form-control-padding-block));
    padding-block-start: calc(var(--spacing) - var(--wa-form-control-padding-block));
  }

  .title {
    align-self: center;
    flex: 1 1 auto;
    font: inherit;
    font-size: var(--wa-font-size-l);
    font-weight: var(--wa-font-weight-heading);
    line-height: var(--wa-line-height-condensed);
    margin: 0;
  }

  .header-actions {
    align-self: start;
    display: flex;
    flex-shrink: 0;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--wa-space-2xs);
    padding-inline-start: var(--spacing);
  }

  .header-actions wa-button,
  .header-actions ::slotted(wa-button) {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
  }

  .body {
    flex: 1 1 auto;
    display: block;
    padding: var(--spacing);
    overflow: auto;
    -webkit-overflow-scrolling: touch;

    &:focus {
      outline: none;
    }

    &:focus-visible {
      outline: var(--wa-focus-ring);
      outline-offset: var(--wa-focus-ring-offset);
    }
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--wa-space-xs);
    justify-content: end;
    padding: var(--spacing);
    padding-block-start: 0;
  }

  .footer ::slotted(wa-button:not(:last-of-type)) {
    margin-inline-end: var(--wa-spacing-xs);
  }

  .drawer::backdrop {
    /*
        NOTE: the ::backdrop element doesn't inherit properly in Safari yet, but it will in 17.4! At that time, we can
        remove the fallback values here.
      */
    background-color: var(--wa-color-overlay-modal, rgb(0 0 0 / 0.25));
    backdrop-filter: var(--backdrop-filter);
  }

  @keyframes pulse {
    0% {
      scale: 1;
    }
    50% {
      scale: 1.01;
    }
    100% {
      scale: 1;
    }
  }

  @keyframes show-drawer {
    from {
      opacity: 0;
      scale: 0.8;
    }
    to {
      opacity: 1;
      scale: 1;
    }
  }

  @keyframes show-drawer-from-top {
    from {
      opacity: 0;
      translate: 0 -100%;
    }
    to {
      opacity: 1;
      translate: 0 0;
    }
  }

  @keyframes show-drawer-from-end {
    from {
      opacity: 0;
      translate: 100%;
    }
    to {
      opacity: 1;
      translate: 0 0;
    }
  }

  @keyframes show-drawer-from-bottom {
    from {
      opacity: 0;
      translate: 0 100%;
    }
    to {
      opacity: 1;
      translate: 0 0;
    }
  }

  @keyframes show-drawer-from-start {
    from {
      opacity: 0;
      translate: -100% 0;
    }
    to {
      opacity: 1;
      translate: 0 0;
    }
  }

  @keyframes show-backdrop {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .drawer {
      border: solid 1px white;
    }
  }
`,Zi=class extends $e{constructor(){super(...arguments),this.localize=new bt(this),this.hasSlotController=new at(this,`footer`,`header-actions`,`label`),this.renderedWatcher=new Bi(this,e=>this.handleRenderedChange(e)),this.open=!1,this.label=``,this.placement=`end`,this.withoutHeader=!1,this.lightDismiss=!1,this.withFooter=!1,this.withLabel=!1,this.handleDocumentKeyDown=e=>{e.key===`Escape`&&this.open&&Ii(this)&&(e.preventDefault(),e.stopPropagation(),this.requestClose(this.drawer))}}firstUpdated(e){super.firstUpdated(e),this.open&&(this.addOpenListeners(),this.drawer.showModal(),Gi(this),this.renderedWatcher.start(this.drawer))}disconnectedCallback(){super.disconnectedCallback(),this.renderedWatcher.stop(),Ki(this),this.removeOpenListeners()}async requestClose(e){let t=new Nn({source:e});if(this.dispatchEvent(t),t.defaultPrevented){this.open=!0,On(this.drawer,`pulse`);return}this.removeOpenListeners(),await On(this.drawer,`hide`),this.open=!1,this.drawer.close(),Ki(this),this.renderedWatcher.stop();let n=this.originalTrigger;typeof n?.focus==`function`&&setTimeout(()=>n.focus()),this.dispatchEvent(new Pn)}addOpenListeners(){document.addEventListener(`keydown`,this.handleDocumentKeyDown),Pi(this)}removeOpenListeners(){document.removeEventListener(`keydown`,this.handleDocumentKeyDown),Fi(this)}handleDialogCancel(e){e.preventDefault(),!this.drawer.classList.contains(`hide`)&&e.target===this.drawer&&Ii(this)&&this.requestClose(this.drawer)}handleDialogClick(e){let t=e.target.closest(`[data-drawer="close"]`);t&&(e.stopPropagation(),this.requestClose(t))}async handleDialogPointerDown(e){e.target===this.drawer&&!Vi(e,this.drawer)&&(this.lightDismiss?this.requestClose(this.drawer):await On(this.drawer,`pulse`))}handleRenderedChange(e){this.open?!e&&this.drawer.open?(this.removeOpenListeners(),this.drawer.close(),Ki(this)):e&&!this.drawer.open&&(this.addOpenListeners(),this.drawer.showModal(),Gi(this)):this.renderedWatcher.stop()}handleOpenChange(){this.open&&!this.drawer.open?this.show():this.drawer.open?(this.open=!0,this.requestClose(this.drawer)):this.open||this.renderedWatcher.stop()}async show(){let e=new Mn;this.dispatchEvent(e),e.defaultPrevented?this.open=!1:(this.addOpenListeners(),this.originalTrigger=document.activeElement,this.open=!0,this.drawer.showModal(),Gi(this),this.renderedWatcher.start(this.drawer),requestAnimationFrame(()=>{let e=this.querySelector(`[autofocus]`);e&&typeof e.focus==`function`?e.focus():this.drawer.focus()}),await On(this.drawer,`show`),this.dispatchEvent(new Fn))}render(){let e=!this.withoutHeader,t=this.hasSlotController.test(`footer`,`withFooter`),n=this.label.length>0||this.hasSlotController.test(`label`,`withLabel`);return M`
      <dialog
        part="dialog"
        aria-labelledby=${z(e&&n?`title`:void 0)}
        aria-label=${z(!e&&this.label?this.label:void 0)}
        class=${wt({drawer:!0,open:this.open,top:this.placement===`top`,end:this.placement===`end`,bottom:this.placement===`bottom`,start:this.placement===`start`})}
        @cancel=${this.handleDialogCancel}
        @click=${this.handleDialogClick}
        @pointerdown=${this.handleDialogPointerDown}
      >
        ${e?M`
              <div part="header" class="header">
                <h2 part="title" class="title" id="title">
                  <!-- If there's no label, use an invisible character to prevent the header from collapsing -->
                  <slot name="label"> ${this.label.length>0?this.label:`​`} </slot>
                </h2>
                <div part="header-actions" class="header-actions">
                  <slot name="header-actions"></slot>
                  <wa-button
                    part="close-button"
                    exportparts="base:close-button__base"
                    class="close"
                    appearance="plain"
                    @click="${e=>this.requestClose(e.target)}"
                  >
                    <wa-icon
                      name="xmark"
                      label=${this.localize.term(`close`)}
                      library="system"
                      variant="solid"
                    ></wa-icon>
                  </wa-button>
                </div>
              </div>
            `:``}

        <div part="body" class="body"><slot></slot></div>

        <div part="footer" class="footer" ?hidden=${!t}>
          <slot name="footer"></slot>
        </div>
      </dialog>
    `}};Zi.css=Xi,a([L(`.drawer`)],Zi.prototype,`drawer`,2),a([I({type:Boolean,reflect:!0})],Zi.prototype,`open`,2),a([I({reflect:!0})],Zi.prototype,`label`,2),a([I({reflect:!0})],Zi.prototype,`placement`,2),a([I({attribute:`without-header`,type:Boolean,reflect:!0})],Zi.prototype,`withoutHeader`,2),a([I({attribute:`light-dismiss`,type:Boolean})],Zi.prototype,`lightDismiss`,2),a([I({attribute:`with-footer`,type:Boolean})],Zi.prototype,`withFooter`,2),a([I({attribute:`with-label`,type:Boolean})],Zi.prototype,`withLabel`,2),a([R(`open`,{waitUntilFirstUpdate:!0})],Zi.prototype,`handleOpenChange`,1),Zi=a([Ue(`wa-drawer`)],Zi),document.addEventListener(`click`,e=>{let t=e.target.closest(`[data-drawer]`);if(t instanceof Element){let[e,n]=qi(t.getAttribute(`data-drawer`)||``);if(e===`open`&&n?.length){let e=t.getRootNode().getElementById(n);e?.localName===`wa-drawer`?e.open=!0:console.warn(`A drawer with an ID of "${n}" could not be found in this document.`)}}}),document.addEventListener(`pointerdown`,()=>{});var Qi=class extends Event{constructor(){super(`wa-clear`,{bubbles:!0,cancelable:!1,composed:!0})}};function $i(e,t){let n=e.metaKey||e.ctrlKey||e.shiftKey||e.altKey;e.key===`Enter`&&!n&&setTimeout(()=>{!e.defaultPrevented&&!e.isComposing&&ra(t)})}var ea=new Map([[`input`,!0],[`wa-input`,!0],[`wa-tag-input`,!0],[`wa-number-input`,!0],[`wa-otp-input`,!0],[`wa-slider`,!0]]),ta=new Map([[`button`,!1],[`checkbox`,!1],[`color`,!1],[`date`,!1],[`datetime-local`,!1],[`email`,!0],[`file`,!1],[`hidden`,!1],[`image`,!1],[`month`,!1],[`number`,!0],[`password`,!0],[`radio`,!1],[`range`,!1],[`reset`,!0],[`search`,!0],[`submit`,!1],[`tel`,!0],[`text`,!0],[`time`,!1],[`url`,!0],[`week`,!1]]),na=e=>{let t=e?.localName;if(!t||!ea.get(t))return!1;if(t!==`input`&&t!==`wa-input`)return!0;let n=e.type;return!!ta.get(n)};function ra(e){let t=null;if(`form`in e&&(t=e.form),!t&&`getForm`in e&&(t=e.getForm()),!t)return;let n=Array.from(t.elements),r=0;for(let e of n)na(e)&&(r+=1);if(r===1){t.requestSubmit(null);return}let i=n.find(e=>e.type===`submit`&&!e.matches(`:disabled`));i&&([`input`,`button`].includes(i.localName)?t.requestSubmit(i):i.click())}var ia=g`
  :host {
    border-width: 0;
  }

  :host(:focus) {
    outline: none;
  }

  .text-field {
    display: flex;
    align-items: stretch;
    justify-content: start;
    position: relative;
    transition: inherit;
    height: var(--wa-form-control-height);
    border-color: var(--wa-form-control-border-color);
    border-radius: var(--wa-form-control-border-radius);
    border-style: var(--wa-form-control-border-style);
    border-width: var(--wa-form-control-border-width);
    cursor: text;
    color: var(--wa-form-control-value-color);
    font-size: var(--wa-form-control-value-font-size);
    font-family: inherit;
    font-weight: var(--wa-form-control-value-font-weight);
    line-height: var(--wa-form-control-value-line-height);
    vertical-align: middle;
    width: 100%;
    transition:
      background-color var(--wa-transition-normal),
      border-color var(--wa-transition-normal),
      outline-color var(--wa-transition-fast);
    transition-timing-function: var(--wa-transition-easing);
    background-color: var(--wa-form-control-background-color);
    box-shadow: var(--box-shadow);
    padding: 0 var(--wa-form-control-padding-inline);
    outline: var(--wa-focus-ring-style) var(--wa-focus-ring-width) transparent;
    outline-offset: var(--wa-focus-ring-offset);

    /* Only ring the field when the text input has focus, not inner buttons */
    &:has(input:focus, textarea:focus) {
      outline-color: var(--wa-color-focus);
    }

    /* Style disabled inputs */
    &:has(:disabled) {
      cursor: not-allowed;
      opacity: 0.5;
    }
  }

  /* Appearance modifiers */
  :host([appearance='outlined']) .text-field {
    background-color: var(--wa-form-control-background-color);
    border-color: var(--wa-form-control-border-color);
  }

  :host([appearance='filled']) .text-field {
    background-color: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-color-neutral-fill-quiet);
  }

  :host([appearance='filled-outlined']) .text-field {
    background-color: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-form-control-border-color);
  }

  :host([pill]) .text-field {
    border-radius: var(--wa-border-radius-pill) !important;
  }

  .text-field {
    /* Show autofill styles over the entire text field, not just the native <input> */
    &:has(:autofill),
    &:has(:-webkit-autofill) {
      background-color: var(--wa-color-brand-fill-quiet) !important;
    }

    input,
    textarea {
      /*
      Fixes an alignment issue with placeholders.
      https://github.com/shoelace-style/webawesome/issues/342
    */
      height: 100%;

      padding: 0;
      border: none;
      outline: none;
      box-shadow: none;
      margin: 0;
      cursor: inherit;
      -webkit-appearance: none;
      font: inherit;

      /* Turn off Safari's autofill styles */
      &:-webkit-autofill,
      &:-webkit-autofill:hover,
      &:-webkit-autofill:focus,
      &:-webkit-autofill:active {
        -webkit-background-clip: text;
        background-color: transparent;
        -webkit-text-fill-color: inherit;
      }
    }
  }

  input {
    flex: 1 1 auto;
    min-width: 0;
    height: 100%;
    transition: inherit;

    /* prettier-ignore */
    background-color: rgb(118 118 118 / 0); /* ensures proper placeholder styles in webkit's date input */
    height: calc(var(--wa-form-control-height) - var(--border-width) * 2);
    padding-block: 0;
    color: inherit;

    &:autofill {
      &,
      &:hover,
      &:focus,
      &:active {
        box-shadow: none;
        caret-color: var(--wa-form-control-value-color);
      }
    }

    &::placeholder {
      color: var(--wa-form-control-placeholder-color);
      user-select: none;
      -webkit-user-select: none;
    }

    &::-webkit-search-decoration,
    &::-webkit-search-cancel-button,
    &::-webkit-search-results-button,
    &::-webkit-search-results-decoration {
      -webkit-appearance: none;
    }

    &:focus {
      outline: none;
    }
  }

  textarea {
    &:autofill {
      &,
      &:hover,
      &:focus,
      &:active {
        box-shadow: none;
        caret-color: var(--wa-form-control-value-color);
      }
    }

    &::placeholder {
      color: var(--wa-form-control-placeholder-color);
      user-select: none;
      -webkit-user-select: none;
    }
  }

  .start,
  .end {
    display: inline-flex;
    flex: 0 0 auto;
    align-items: center;
    cursor: default;

    &::slotted(wa-icon) {
      color: var(--wa-color-neutral-on-quiet);
    }
  }

  .start::slotted(*) {
    margin-inline-end: var(--wa-form-control-padding-inline);
  }

  .end::slotted(*) {
    margin-inline-start: var(--wa-form-control-padding-inline);
  }

  /*
   * Clearable + Password Toggle
   */

  .clear,
  .password-toggle {
    position: relative;
    display: inline-flex;
    align-self: center;
    align-items: center;
    justify-content: center;
    aspect-ratio: 1;
    height: 1.5em;
    font-size: inherit;
    color: var(--wa-color-neutral-on-quiet);
    border: none;
    border-radius: var(--wa-border-radius-s);
    background: none;
    padding: 0;
    transition: var(--wa-transition-normal) color;
    cursor: pointer;
    /* The box is wider than the glyph, so overhang half of that growth on each side. Keeps the
       glyph flush with the field's trailing padding edge, like every other form control. */
    margin-inline-start: calc(var(--wa-form-control-padding-inline) - 0.125em);
    margin-inline-end: -0.125em;

    &::after {
      content: '';
      position: absolute;
      inset-inline: 0;
      height: var(--wa-form-control-height);
    }

    @media (hover: hover) {
      &:hover {
        color: color-mix(in oklab, currentColor, var(--wa-color-mix-hover));
      }
    }

    &:active {
      color: color-mix(in oklab, currentColor, var(--wa-color-mix-active));
    }

    &:focus {
      outline: none;
    }

    &:focus-visible {
      outline: var(--wa-focus-ring);
      outline-offset: var(--wa-focus-ring-offset);
    }
  }

  /* Don't show the browser's password toggle in Edge */
  ::-ms-reveal {
    display: none;
  }

  /* Hide the built-in number spinner */
  :host([without-spin-buttons]) input[type='number'] {
    -moz-appearance: textfield;

    &::-webkit-outer-spin-button,
    &::-webkit-inner-spin-button {
      -webkit-appearance: none;
      display: none;
    }
  }
`,aa=g`
  :host {
    display: flex;
    flex-direction: column;
  }

  /* Treat wrapped labels, inputs, and hints as direct children of the host element */
  [part~='form-control'] {
    display: contents;
  }

  /* Label */
  :is([part~='form-control-label'], [part~='label']):has(*:not(:empty)),
  :is([part~='form-control-label'], [part~='label']).has-label {
    display: inline-flex;
    color: var(--wa-form-control-label-color);
    font-weight: var(--wa-form-control-label-font-weight);
    line-height: var(--wa-form-control-label-line-height);
    margin-block-end: 0.5em;
  }

  :host([required]) :is([part~='form-control-label'], [part~='label'])::after {
    content: var(--wa-form-control-required-content);
    margin-inline-start: var(--wa-form-control-required-content-offset);
    color: var(--wa-form-control-required-content-color);
  }

  /* Help text */
  [part~='hint'] {
    display: block;
    color: var(--wa-form-control-hint-color);
    font-weight: var(--wa-form-control-hint-font-weight);
    line-height: var(--wa-form-control-hint-line-height);
    margin-block-start: 0.5em;
    font-size: var(--wa-font-size-smaller);

    &:not(.has-slotted, .has-hint, .has-count) {
      display: none;
    }
  }
`,oa=St(class extends Ct{constructor(e){if(super(e),e.type!==xt.PROPERTY&&e.type!==xt.ATTRIBUTE&&e.type!==xt.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!on(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===Te||t===N)return t;let n=e.element,r=e.name;if(e.type===xt.PROPERTY){if(t===n[r])return Te}else if(e.type===xt.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return Te}else if(e.type===xt.ATTRIBUTE&&n.getAttribute(r)===t+``)return Te;return ln(e),t}}),K=class extends tt{constructor(){super(...arguments),this.assumeInteractionOn=[`blur`,`input`],this.hasSlotController=new at(this,`hint`,`label`),this.localize=new bt(this),this.title=``,this.type=`text`,this._value=null,this.defaultValue=this.getAttribute(`value`)||null,this.size=`m`,this.appearance=`outlined`,this.pill=!1,this.label=``,this.hint=``,this.withClear=!1,this.placeholder=``,this.readonly=!1,this.passwordToggle=!1,this.passwordVisible=!1,this.withoutSpinButtons=!1,this.required=!1,this.spellcheck=!0,this.withLabel=!1,this.withHint=!1}static get validators(){return[...super.validators,e()]}get value(){return this.valueHasChanged?this._value:this._value??this.defaultValue}set value(e){this._value!==e&&(this.valueHasChanged=!0,this._value=e)}updateFormValue(e){e==null?this.setValue(``,null):super.updateFormValue(e)}handleSizeChange(){it(this.localName,this.size)}handleChange(e){this.value=this.input.value,this.relayNativeEvent(e,{bubbles:!0,composed:!0})}handleClearClick(e){e.preventDefault(),this.value!==``&&(this.value=``,this.updateComplete.then(()=>{this.dispatchEvent(new Qi),this.dispatchEvent(new InputEvent(`input`,{bubbles:!0,composed:!0})),this.dispatchEvent(new Event(`change`,{bubbles:!0,composed:!0}))})),this.input.focus()}handleInput(){this.value=this.input.value}handleKeyDown(e){$i(e,this)}handlePasswordToggle(){this.passwordVisible=!this.passwordVisible}updated(e){super.updated(e),(e.has(`value`)||e.has(`defaultValue`)||e.has(`type`))&&(this.input&&[`number`,`date`,`time`,`datetime-local`].includes(this.type)&&this.value&&this.input.value!==this.value&&(this._value=this.input.value),this.customStates.set(`blank`,!this.value),this.updateValidity())}handleStepChange(){this.input.step=String(this.step),this.updateValidity()}focus(e){this.input.focus(e)}blur(){this.input.blur()}select(){this.input.select()}setSelectionRange(e,t,n=`none`){this.input.setSelectionRange(e,t,n)}setRangeText(e,t,n,r=`preserve`){let i=t??this.input.selectionStart,a=n??this.input.selectionEnd;this.input.setRangeText(e,i,a,r),this.value!==this.input.value&&(this.value=this.input.value)}showPicker(){`showPicker`in HTMLInputElement.prototype&&this.input.showPicker()}stepUp(){this.input.stepUp(),this.value!==this.input.value&&(this.value=this.input.value)}stepDown(){this.input.stepDown(),this.value!==this.input.value&&(this.value=this.input.value)}formResetCallback(){this.value=null,this.input&&(this.input.value=this.value),super.formResetCallback()}render(){let e=this.hasSlotController.test(`label`,`withLabel`),t=this.hasSlotController.test(`hint`,`withHint`),n=this.label?!0:!!e,r=this.hint?!0:!!t,i=this.withClear&&!this.disabled&&!this.readonly,a=(!this.didSSR||this.hasUpdated)&&i&&(typeof this.value==`number`||this.value&&this.value.length>0);return M`
      <label
        part="form-control-label label"
        class=${wt({label:!0,"has-label":n})}
        for="input"
        aria-hidden=${n?`false`:`true`}
      >
        <slot name="label">${this.label}</slot>
      </label>

      <div part="base input-wrapper" class="text-field">
        <slot name="start" part="start" class="start"></slot>

        <input
          part="input"
          id="input"
          class="control"
          type=${this.type===`password`&&this.passwordVisible?`text`:this.type}
          title=${this.title}
          name=${z(this.name)}
          ?disabled=${this.disabled}
          ?readonly=${this.readonly}
          ?required=${this.required}
          placeholder=${z(this.placeholder)}
          minlength=${z(this.minlength)}
          maxlength=${z(this.maxlength)}
          min=${z(this.min)}
          max=${z(this.max)}
          step=${z(this.step)}
          .value=${oa(this.value??``)}
          autocapitalize=${z(this.autocapitalize)}
          autocomplete=${z(this.autocomplete)}
          autocorrect=${this.autocorrect?`on`:`off`}
          ?autofocus=${this.autofocus}
          spellcheck=${this.spellcheck}
          pattern=${z(this.pattern)}
          enterkeyhint=${z(this.enterkeyhint)}
          inputmode=${z(this.inputmode)}
          aria-describedby="hint"
          @change=${this.handleChange}
          @input=${this.handleInput}
          @keydown=${this.handleKeyDown}
        />

        ${a?M`
              <button
                part="clear-button"
                class="clear"
                type="button"
                aria-label=${this.localize.term(`clearEntry`)}
                @click=${this.handleClearClick}
                tabindex="-1"
              >
                <slot name="clear-icon">
                  <wa-icon name="circle-xmark" library="system" variant="regular"></wa-icon>
                </slot>
              </button>
            `:``}
        ${this.passwordToggle&&!this.disabled?M`
              <button
                part="password-toggle-button"
                class="password-toggle"
                type="button"
                aria-label=${this.localize.term(this.passwordVisible?`hidePassword`:`showPassword`)}
                @click=${this.handlePasswordToggle}
              >
                ${this.passwordVisible?M`
                      <slot name="hide-password-icon">
                        <wa-icon name="eye-slash" library="system" variant="regular"></wa-icon>
                      </slot>
                    `:M`
                      <slot name="show-password-icon">
                        <wa-icon name="eye" library="system" variant="regular"></wa-icon>
                      </slot>
                    `}
              </button>
            `:``}

        <slot name="end" part="end" class="end"></slot>
      </div>

      <slot
        id="hint"
        part="hint"
        name="hint"
        class=${wt({"has-slotted":r})}
        aria-hidden=${r?`false`:`true`}
        >${this.hint}</slot
      >
    `}};K.css=[ot,aa,ia],K.shadowRootOptions={...tt.shadowRootOptions,delegatesFocus:!0},a([L(`input`)],K.prototype,`input`,2),a([I()],K.prototype,`title`,2),a([I({reflect:!0})],K.prototype,`type`,2),a([Ke()],K.prototype,`value`,1),a([I({attribute:`value`,reflect:!0})],K.prototype,`defaultValue`,2),a([I({reflect:!0})],K.prototype,`size`,2),a([R(`size`)],K.prototype,`handleSizeChange`,1),a([I({reflect:!0})],K.prototype,`appearance`,2),a([I({type:Boolean,reflect:!0})],K.prototype,`pill`,2),a([I()],K.prototype,`label`,2),a([I({attribute:`hint`})],K.prototype,`hint`,2),a([I({attribute:`with-clear`,type:Boolean})],K.prototype,`withClear`,2),a([I()],K.prototype,`placeholder`,2),a([I({type:Boolean,reflect:!0})],K.prototype,`readonly`,2),a([I({attribute:`password-toggle`,type:Boolean})],K.prototype,`passwordToggle`,2),a([I({attribute:`password-visible`,type:Boolean})],K.prototype,`passwordVisible`,2),a([I({attribute:`without-spin-buttons`,type:Boolean,reflect:!0})],K.prototype,`withoutSpinButtons`,2),a([I({type:Boolean,reflect:!0})],K.prototype,`required`,2),a([I()],K.prototype,`pattern`,2),a([I({type:Number})],K.prototype,`minlength`,2),a([I({type:Number})],K.prototype,`maxlength`,2),a([I()],K.prototype,`min`,2),a([I()],K.prototype,`max`,2),a([I()],K.prototype,`step`,2),a([I()],K.prototype,`autocapitalize`,2),a([I({type:Boolean,converter:{fromAttribute:e=>!(!e||e===`off`),toAttribute:e=>e?`on`:`off`}})],K.prototype,`autocorrect`,2),a([I()],K.prototype,`autocomplete`,2),a([I({type:Boolean})],K.prototype,`autofocus`,2),a([I()],K.prototype,`enterkeyhint`,2),a([I({type:Boolean,converter:{fromAttribute:e=>!(!e||e===`false`),toAttribute:e=>e?`true`:`false`}})],K.prototype,`spellcheck`,2),a([I()],K.prototype,`inputmode`,2),a([I({attribute:`with-label`,type:Boolean})],K.prototype,`withLabel`,2),a([I({attribute:`with-hint`,type:Boolean})],K.prototype,`withHint`,2),a([R(`step`,{waitUntilFirstUpdate:!0})],K.prototype,`handleStepChange`,1),K=a([Ue(`wa-input`)],K),K.disableWarning?.(`change-in-update`);var sa=g`
  :host {
    --color: var(--wa-color-neutral-fill-normal);
    --sheen-color: color-mix(in oklab, var(--color), var(--wa-color-surface-raised));

    display: flex;
    position: relative;
    width: 100%;
    height: 100%;
    min-height: 1rem;
  }

  .indicator {
    flex: 1 1 auto;
    background: var(--color);
    border-radius: var(--wa-border-radius-pill);
  }

  :host([effect='sheen']) .indicator {
    background: linear-gradient(270deg, var(--sheen-color), var(--color), var(--color), var(--sheen-color));
    background-size: 400% 100%;
    animation: sheen 8s ease-in-out infinite;
  }

  :host([effect='pulse']) .indicator {
    animation: pulse 2s ease-in-out 0.5s infinite;
  }

  /* Forced colors mode */
  @media (forced-colors: active) {
    :host {
      --color: GrayText;
    }
  }

  @keyframes sheen {
    0% {
      background-position: 200% 0;
    }
    to {
      background-position: -200% 0;
    }
  }

  @keyframes pulse {
    0% {
      opacity: 1;
    }
    50% {
      opacity: 0.4;
    }
    100% {
      opacity: 1;
    }
  }
`,ca=class extends $e{constructor(){super(...arguments),this.effect=`none`}render(){return M` <div part="indicator" class="indicator"></div> `}};ca.css=sa,a([I({reflect:!0})],ca.prototype,`effect`,2),ca=a([Ue(`wa-skeleton`)],ca);var la=g`
  :host {
    border-width: 0;
  }

  .textarea {
    display: grid;
    align-items: center;
    margin: 0;
    border: none;
    outline: none;
    cursor: inherit;
    font: inherit;
    background-color: var(--wa-form-control-background-color);
    border-color: var(--wa-form-control-border-color);
    border-radius: var(--wa-form-control-border-radius);
    border-style: var(--wa-form-control-border-style);
    border-width: var(--wa-form-control-border-width);
    -webkit-appearance: none;
    outline: var(--wa-focus-ring-style) var(--wa-focus-ring-width) transparent;
    outline-offset: var(--wa-focus-ring-offset);

    &:focus-within {
      outline-color: var(--wa-color-focus);
    }

    /* Style disabled textareas */
    &:has(:disabled) {
      cursor: not-allowed;
      opacity: 0.5;
    }
  }

  /* Appearance modifiers */
  :host([appearance='outlined']) .textarea {
    background-color: var(--wa-form-control-background-color);
    border-color: var(--wa-form-control-border-color);
  }

  :host([appearance='filled']) .textarea {
    background-color: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-color-neutral-fill-quiet);
  }

  :host([appearance='filled-outlined']) .textarea {
    background-color: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-form-control-border-color);
  }

  textarea {
    display: block;
    width: 100%;
    border: none;
    background: transparent;
    font: inherit;
    color: inherit;
    cursor: inherit;
    scroll-padding-block: var(--wa-form-control-padding-block);
    padding: calc(var(--wa-form-control-padding-block) - ((1lh - 1em) / 2)) var(--wa-form-control-padding-inline); /* accounts for the larger line height of textarea content */
    min-height: calc(var(--wa-form-control-height) - var(--border-width) * 2);
    box-shadow: none;
    margin: 0;

    &::placeholder {
      color: var(--wa-form-control-placeholder-color);
      user-select: none;
      -webkit-user-select: none;
    }

    &:autofill {
      &,
      &:hover,
      &:focus,
      &:active {
        box-shadow: none;
        caret-color: var(--wa-form-control-value-color);
      }
    }

    &:focus {
      outline: none;
    }
  }

  /* Shared textarea and size-adjuster positioning */
  .control,
  .size-adjuster {
    grid-area: 1 / 1 / 2 / 2;
  }

  .size-adjuster {
    visibility: hidden;
    pointer-events: none;
    opacity: 0;
    padding: 0;
  }

  textarea::-webkit-search-decoration,
  textarea::-webkit-search-cancel-button,
  textarea::-webkit-search-results-button,
  textarea::-webkit-search-results-decoration {
    -webkit-appearance: none;
  }

  /*
   * Resize types
   */

  :host([resize='none']) textarea {
    resize: none;
  }

  textarea,
  :host([resize='vertical']) textarea {
    resize: vertical;
  }

  :host([resize='horizontal']) textarea {
    resize: horizontal;
  }

  :host([resize='both']) textarea {
    resize: both;
  }

  :host([resize='auto']) textarea {
    height: auto;
    resize: none;
    overflow-y: hidden;
  }

  /*
   * Footer (hint + character count)
   */

  /*
   * This element carries the hint part, so the shared form control styles apply to it. Those styles set display:block
   * and hide the element when it has no hint, both of which have to be undone when a character count is present.
   */
  .footer.has-slotted,
  .footer.has-count {
    display: flex;
    align-items: baseline;
    gap: 1em;
  }

  /* Slots default to display:contents, which would leave the hint unable to shrink below its content */
  .footer.has-count .hint {
    display: block;
    flex: 1 1 auto;
    min-width: 0;
  }

  .count {
    flex: 0 0 auto;
    color: var(--wa-form-control-hint-color);
    font-weight: var(--wa-form-control-hint-font-weight);
    line-height: var(--wa-form-control-hint-line-height);
    margin-block-start: 0.5em;
    font-size: var(--wa-font-size-smaller);
    margin-inline-start: auto;
  }
`,q=class extends tt{constructor(){super(...arguments),this.assumeInteractionOn=[`blur`,`input`],this.hasSlotController=new at(this,`hint`,`label`),this.localize=new bt(this),this.announcedCountText=``,this.title=``,this.name=null,this._value=null,this.defaultValue=this.getAttribute(`value`)??``,this.size=`m`,this.appearance=`outlined`,this.label=``,this.hint=``,this.placeholder=``,this.rows=4,this.resize=`vertical`,this.disabled=!1,this.readonly=!1,this.required=!1,this.spellcheck=!0,this.withLabel=!1,this.withHint=!1,this.withCount=!1,this.lastObservedWidth=0}static get validators(){return[...super.validators,e()]}get value(){return this.valueHasChanged?this._value:this._value??this.defaultValue}set value(e){this._value!==e&&(this.valueHasChanged=!0,this._value=e)}handleSizeChange(){it(this.localName,this.size)}connectedCallback(){super.connectedCallback(),this.updateComplete.then(()=>{if(this.setTextareaDimensions(),this.updateResizeObserver(),this.didSSR&&this.input&&this.value!==this.input.value){let e=this.input.value;this.value=e}})}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.countAnnounceTimeout),this.resizeObserver?.disconnect(),this.resizeObserver=void 0}updateFormValue(e){e==null?this.setValue(``,null):super.updateFormValue(e)}updateResizeObserver(){let e=this.resize!==`none`;this.resizeObserver&&=(this.resizeObserver.disconnect(),void 0),e&&this.input&&(this.resize===`auto`?(this.resizeObserver=new ResizeObserver(e=>{let t=e[0]?.contentRect.width??0;t!==this.lastObservedWidth&&(this.lastObservedWidth=t,requestAnimationFrame(()=>this.setTextareaDimensions()))}),this.resizeObserver.observe(this)):(this.resizeObserver=new ResizeObserver(()=>this.setTextareaDimensions()),this.resizeObserver.observe(this.input)))}handleBlur(){this.checkValidity()}handleChange(e){this.valueHasChanged=!0,this.value=this.input.value,this.setTextareaDimensions(),this.checkValidity(),this.relayNativeEvent(e,{bubbles:!0,composed:!0})}handleInput(e){this.valueHasChanged=!0,this.value=this.input.value,this.relayNativeEvent(e,{bubbles:!0,composed:!0}),this.scheduleCountAnnouncement()}scheduleCountAnnouncement(){clearTimeout(this.countAnnounceTimeout),this.countAnnounceTimeout=setTimeout(()=>{let e=(this.value??``).length;this.announcedCountText=this.maxlength==null?this.localize.term(`numCharacters`,e):this.localize.term(`numCharactersRemaining`,this.maxlength-e)},1e3)}setTextareaDimensions(){if(this.resize===`none`)this.base.style.width=``,this.base.style.height=``;else if(this.resize===`auto`){this.sizeAdjuster.style.height=`${this.input.clientHeight}px`,this.input.style.height=`auto`;let e=this.input.scrollHeight;this.input.style.height=`${e}px`,this.sizeAdjuster.style.height=`${e}px`,this.base.style.width=``,this.base.style.height=``}else{if(this.input.style.width){let e=Number(this.input.style.width.split(/px/)[0])+2;this.base.style.width=`${e}px`}if(this.input.style.height){let e=Number(this.input.style.height.split(/px/)[0])+2;this.base.style.height=`${e}px`}}}handleRowsChange(){this.setTextareaDimensions()}async handleValueChange(){await this.updateComplete,this.checkValidity(),this.setTextareaDimensions()}updated(e){e.has(`resize`)&&(this.setTextareaDimensions(),this.updateResizeObserver()),super.updated(e),e.has(`value`)&&this.customStates.set(`blank`,!this.value)}focus(e){this.input.focus(e)}blur(){this.input.blur()}select(){this.input.select()}scrollPosition(e){if(e)typeof e.top==`number`&&(this.input.scrollTop=e.top),typeof e.left==`number`&&(this.input.scrollLeft=e.left);else return{top:this.input.scrollTop,left:this.input.scrollTop}}setSelectionRange(e,t,n=`none`){this.input.setSelectionRange(e,t,n)}setRangeText(e,t,n,r=`preserve`){let i=t??this.input.selectionStart,a=n??this.input.selectionEnd;this.input.setRangeText(e,i,a,r),this.value!==this.input.value&&(this.value=this.input.value,this.setTextareaDimensions())}formResetCallback(){this._value=null,this.input&&(this.input.value=this.value||``),super.formResetCallback()}render(){let e=this.hasSlotController.test(`label`,`withLabel`),t=this.hasSlotController.test(`hint`,`withHint`),n=this.label?!0:!!e,r=this.hint?!0:!!t,i=(this.value??``).length,a=this.maxlength==null?this.localize.term(`numCharacters`,i):this.localize.term(`numCharactersRemaining`,this.maxlength-i);return M`
      <label
        part="form-control-label label"
        class=${wt({label:!0,"has-label":n})}
        for="input"
        aria-hidden=${n?`false`:`true`}
      >
        <slot name="label">${this.label}</slot>
      </label>

      <div part="base textarea-wrapper" class="textarea">
        <textarea
          part="textarea"
          id="input"
          class="control"
          title=${this.title}
          name=${z(this.name)}
          .value=${oa(this.value)}
          ?disabled=${this.disabled}
          ?readonly=${this.readonly}
          ?required=${this.required}
          placeholder=${z(this.placeholder)}
          rows=${z(this.rows)}
          minlength=${z(this.minlength)}
          maxlength=${z(this.maxlength)}
          autocapitalize=${z(this.autocapitalize)}
          autocorrect=${z(this.autocorrect)}
          ?autofocus=${this.autofocus}
          spellcheck=${z(this.spellcheck)}
          enterkeyhint=${z(this.enterkeyhint)}
          inputmode=${z(this.inputmode)}
          aria-describedby="hint"
          @change=${this.handleChange}
          @input=${this.handleInput}
          @blur=${this.handleBlur}
        ></textarea>

        <!-- This "adjuster" exists to prevent layout shifting. https://github.com/shoelace-style/shoelace/issues/2180 -->
        <div part="textarea-adjuster" class="size-adjuster" ?hidden=${this.resize!==`auto`}></div>
      </div>

      <div
        part="hint"
        class=${wt({footer:!0,"has-count":this.withCount,"has-slotted":r})}
      >
        <slot id="hint" name="hint" class="hint" aria-hidden=${r?`false`:`true`}>${this.hint}</slot>

        ${this.withCount?M`
              <div part="count" class="count" aria-hidden="true">${a}</div>
              <div class="wa-visually-hidden-force" aria-live="polite">${this.announcedCountText}</div>
            `:``}
      </div>
    `}};q.css=[la,aa,ot,wn],a([Ke()],q.prototype,`announcedCountText`,2),a([L(`.control`)],q.prototype,`input`,2),a([L(`[part~="base"]`)],q.prototype,`base`,2),a([L(`.size-adjuster`)],q.prototype,`sizeAdjuster`,2),a([I()],q.prototype,`title`,2),a([I({reflect:!0})],q.prototype,`name`,2),a([Ke()],q.prototype,`value`,1),a([I({attribute:`value`,reflect:!0})],q.prototype,`defaultValue`,2),a([I({reflect:!0})],q.prototype,`size`,2),a([R(`size`)],q.prototype,`handleSizeChange`,1),a([I({reflect:!0})],q.prototype,`appearance`,2),a([I()],q.prototype,`label`,2),a([I({attribute:`hint`})],q.prototype,`hint`,2),a([I()],q.prototype,`placeholder`,2),a([I({type:Number})],q.prototype,`rows`,2),a([I({reflect:!0})],q.prototype,`resize`,2),a([I({type:Boolean})],q.prototype,`disabled`,2),a([I({type:Boolean,reflect:!0})],q.prototype,`readonly`,2),a([I({type:Boolean,reflect:!0})],q.prototype,`required`,2),a([I({type:Number})],q.prototype,`minlength`,2),a([I({type:Number})],q.prototype,`maxlength`,2),a([I()],q.prototype,`autocapitalize`,2),a([I({type:Boolean,converter:{fromAttribute:e=>!(!e||e===`off`),toAttribute:e=>e?`on`:`off`}})],q.prototype,`autocorrect`,2),a([I()],q.prototype,`autocomplete`,2),a([I({type:Boolean})],q.prototype,`autofocus`,2),a([I()],q.prototype,`enterkeyhint`,2),a([I({type:Boolean,converter:{fromAttribute:e=>!(!e||e===`false`),toAttribute:e=>e?`true`:`false`}})],q.prototype,`spellcheck`,2),a([I()],q.prototype,`inputmode`,2),a([I({attribute:`with-label`,type:Boolean})],q.prototype,`withLabel`,2),a([I({attribute:`with-hint`,type:Boolean})],q.prototype,`withHint`,2),a([I({attribute:`with-count`,type:Boolean,reflect:!0})],q.prototype,`withCount`,2),a([R(`rows`,{waitUntilFirstUpdate:!0})],q.prototype,`handleRowsChange`,1),a([R(`value`,{waitUntilFirstUpdate:!0})],q.prototype,`handleValueChange`,1),q=a([Ue(`wa-textarea`)],q),q.disableWarning?.(`change-in-update`),ht({$code:`zh-cn`,$name:`简体中文`,$dir:`ltr`,allTagsRemoved:`已移除所有标签`,am:`上午`,autosizeColumn:`自适应列宽`,captions:`字幕`,carousel:`跑马灯`,chooseDate:`选择日期`,chooseDecade:`选择年代`,chooseMonth:`选择月份`,chooseTime:`选择时间`,chooseYear:`选择年份`,clearEntry:`清空`,clearFilter:`清除筛选`,clearSort:`清除排序`,close:`关闭`,closeCalendar:`关闭日历`,closeTimeInput:`关闭时间选择器`,collapseRow:`折叠行`,columnMenu:`列选项`,columnMovedToPosition:(e,t,n)=>`${e} \u5DF2\u79FB\u81F3\u7B2C ${t} \u4E2A\u4F4D\u7F6E\uFF0C\u5171 ${n} \u4E2A`,columns:`列`,compactPageXOfY:(e,t)=>`${e} / ${t}`,completed:`已完成`,copied:`已复制`,copy:`复制`,createOption:e=>`\u521B\u5EFA"${e}"`,currentlyPlaying:`正在播放`,currentValue:`当前值`,date:`日期`,datePickerKeyboardHelp:`使用方向键更改值；按 Alt+下方向键打开日历。`,day:`日`,dayPeriod:`上午/下午`,decrement:`减少`,deselectAllRows:`取消选择所有行`,disabled:`已禁用`,dropFileHere:`Drop file here or click to browse`,dropFilesHere:`Drop files here or click to browse`,empty:`空`,endDate:`结束日期`,enterFullscreen:`进入全屏`,error:`错误`,exitFullscreen:`退出全屏`,expandRow:`展开行`,filterByColumn:e=>`\u6309${e}\u7B5B\u9009`,filterFrom:`开始`,filterMax:`最大值`,filterMin:`最小值`,filterTo:`结束`,firstPage:`首页`,goToSlide:(e,t)=>`\u8F6C\u5230\u7B2C ${e} \u5F20\u5E7B\u706F\u7247\uFF0C\u5171 ${t} \u5F20`,hideColumn:`隐藏列`,hidePassword:`隐藏密码`,hour:`时`,incompleteDate:`请输入有效的日期。`,increment:`增加`,jumpBackwardX:e=>`\u5411\u540E\u8DF3\u8F6C ${e} \u9875`,jumpForwardX:e=>`\u5411\u524D\u8DF3\u8F6C ${e} \u9875`,lastPage:`末页`,loading:`加载中`,locked:`已锁定`,minute:`分`,month:`月`,moreOptions:`更多选项`,mute:`静音`,nextDecade:`下一个年代`,nextMonth:`下个月`,nextPage:`下一页`,nextSlide:`下一张幻灯片`,nextVideo:`下一个视频`,nextYear:`下一年`,noData:`暂无数据`,noOptions:`暂无选项`,noResults:`无匹配结果`,notCompleted:`未完成`,now:`此刻`,numCharacters:e=>`${e}\u4E2A\u5B57\u7B26`,numCharactersRemaining:e=>`\u5269\u4F59${e}\u4E2A\u5B57\u7B26`,numOptionsAvailable:e=>e===0?`没有可用选项`:`${e} \u4E2A\u53EF\u7528\u9009\u9879`,numOptionsSelected:e=>e===0?`未选择任何项目`:e===1?`已选择 1 个项目`:`${e} \u9009\u62E9\u9879\u76EE`,numRowsCopied:e=>`\u5DF2\u590D\u5236 ${e} \u884C`,numRowsSelected:e=>`\u5DF2\u9009\u62E9 ${e} \u884C`,optionPosition:(e,t,n)=>`${e}\uFF0C${t} / ${n}`,optionsLoadError:`无法加载选项`,pageXOfY:(e,t)=>`\u7B2C ${e} \u9875\uFF0C\u5171 ${t} \u9875`,pagination:`分页`,pause:`暂停`,pauseAnimation:`暂停动画`,pictureInPicture:`画中画`,pinLeft:`固定到左侧`,pinRight:`固定到右侧`,play:`播放`,playAnimation:`播放动画`,playbackSpeed:`播放速度`,playlist:`播放列表`,pm:`下午`,previousDecade:`上一个年代`,previousMonth:`上个月`,previousPage:`上一页`,previousSlide:`上一张幻灯片`,previousVideo:`上一个视频`,previousYear:`上一年`,progress:`进度`,rangeTooLong:e=>e===1?`请选择不超过 1 天的范围`:`\u8BF7\u9009\u62E9\u4E0D\u8D85\u8FC7 ${e} \u5929\u7684\u8303\u56F4`,rangeTooShort:e=>e===1?`请选择至少 1 天的范围`:`\u8BF7\u9009\u62E9\u81F3\u5C11 ${e} \u5929\u7684\u8303\u56F4`,readonly:`只读`,remove:`删除`,resetColumns:`重置列`,resize:`调整大小`,resizeColumn:`调整列宽`,rowsPerPage:`每页行数`,scrollableRegion:`可滚动区域`,scrollToEnd:`滚动至页尾`,scrollToStart:`滚动至页首`,search:`搜索`,second:`秒`,seek:`跳转`,seekProgress:(e,t)=>`${e} / ${t}`,selectAColorFromTheScreen:`从屏幕中选择一种颜色`,selectAllRows:`选择所有行`,selected:`已选择`,selectedDateLabel:e=>`\u5DF2\u9009\u62E9\uFF1A${e}`,selectedRangeLabel:e=>`\u5DF2\u9009\u62E9\u8303\u56F4\uFF1A${e}`,selectGroup:`选择分组`,selectionCleared:`已清除选择`,selectRow:`选择行`,showingNofMRows:(e,t)=>`\u663E\u793A ${e} \u884C\uFF0C\u5171 ${t} \u884C`,showingXtoYofZ:(e,t,n)=>`${e}\u2013${t}\uFF0C\u5171 ${n} \u9879`,showPassword:`显示密码`,slideNum:e=>`\u5E7B\u706F\u7247 ${e}`,sortAscending:`升序排序`,sortColumn:`排序列`,sortDescending:`降序排序`,startDate:`开始日期`,steps:`步骤`,stepXOfY:(e,t)=>`\u7B2C ${e} \u6B65\uFF0C\u5171 ${t} \u6B65`,tagAdded:e=>`\u5DF2\u6DFB\u52A0 ${e}`,tagAlreadyAdded:e=>`${e} \u5DF2\u6DFB\u52A0`,tagInputKeyboardHelp:`按 Backspace 或 Delete 键移除此标签。`,tagRemoved:e=>`\u5DF2\u79FB\u9664 ${e}`,time:`时间`,timeInputKeyboardHelp:`使用方向键更改值；按 Alt+下方向键打开时间选择器。`,today:`今天`,toggleColorFormat:`切换颜色模式`,tooFewTags:e=>`\u8BF7\u81F3\u5C11\u6DFB\u52A0 ${e} \u4E2A\u6807\u7B7E`,tooManyTags:e=>`\u6700\u591A\u53EA\u80FD\u6DFB\u52A0 ${e} \u4E2A\u6807\u7B7E`,unmute:`取消静音`,unpin:`取消固定`,unpinColumn:`取消固定列`,videoPlayer:`视频播放器`,volume:`音量`,year:`年`,zoomIn:`放大`,zoomOut:`缩小`});var ua=[`URGENT`,`WARNING`,`INFO`,`LOW`],da=e=>typeof e==`object`&&!!e&&!Array.isArray(e),fa=e=>typeof e==`string`,pa=e=>Number.isSafeInteger(e)&&e>=0;function ma(e){if(!da(e)||!da(e.levels))return!1;let t=e.levels;return pa(e.speed)&&e.speed>=1&&[e.gap,e.pin_min_ms,e.pin_queue,e.breath_ms].every(pa)&&ua.every(e=>{let n=t[e];return da(n)&&pa(n.weight)&&n.weight>=1&&pa(n.hold_ms)&&fa(n.play)})}function ha(e){return da(e)&&fa(e.id)&&fa(e.text)&&ua.includes(e.level)&&[e.rev,e.cells,e.starts_at,e.expires_at].every(pa)&&(e.tags===void 0||Array.isArray(e.tags)&&e.tags.every(fa))&&(e.link===void 0||fa(e.link))}var ga=e=>da(e)&&pa(e.head)&&pa(e.end)&&ha(e.notice),_a=e=>da(e)&&pa(e.from)&&pa(e.until)&&ha(e.notice),va=e=>e==null;function ya(e){return da(e)&&[e.now,e.x,e.floor,e.rest].every(pa)&&(va(e.last)||fa(e.last))&&Array.isArray(e.queue)&&e.queue.every(fa)&&Array.isArray(e.trail)&&e.trail.every(ga)&&(va(e.slot)||ga(e.slot))&&(va(e.pin)||_a(e.pin))}function ba(e){return da(e)&&fa(e.board)&&fa(e.cursor)&&ma(e.policy)&&Array.isArray(e.notices)&&e.notices.every(e=>ha(e)&&da(e)&&pa(e.version)&&pa(e.pass))&&(va(e.timeline)||ya(e.timeline))}var xa=e=>fa(e.board)&&fa(e.cursor)&&pa(e.version)&&pa(e.at),Sa={hello:e=>pa(e.server_time),subscribed:e=>fa(e.board)&&fa(e.head)&&fa(e.resume),reset:e=>fa(e.board),snapshot:ba,put:e=>xa(e)&&ha(e.notice),delete:e=>xa(e)&&fa(e.id),policy:e=>xa(e)&&ma(e.policy),bookmark:e=>fa(e.board)&&fa(e.cursor)&&pa(e.at),pong:e=>Number.isSafeInteger(e.ts)&&pa(e.server_time),error:e=>fa(e.code),bye:e=>pa(e.code),token_expiring:e=>pa(e.in_ms),token_ok:e=>va(e.token_expires_at)||pa(e.token_expires_at)};function Ca(e){let t;try{t=JSON.parse(e)}catch{return null}return!da(t)||!fa(t.type)||!Object.hasOwn(Sa,t.type)?null:Sa[t.type](t)?t:null}function wa(e){let t=/^([a-z0-9]{8,32})\.(0|[1-9][0-9]{0,15})$/.exec(e),n=Number(t?.[2]);return t?.[1]!==void 0&&Number.isSafeInteger(n)?{epoch:t[1],version:n}:null}var Ta=class{#e;#t=null;#n=-1;constructor(e){this.#e=e}at(e){let{timeline:t,revision:n}=this.#e;return(n!==this.#n||this.#t!==null&&this.#t.now>e)&&(this.#t=t?.clone()??null,this.#n=n),this.#t?.advance(e),this.#t}},Ea=2e4,Da=3e5,Oa=16,ka=[1009,4400,4403],Aa=[4401,4403];function ja(e,t){let n=Math.min(Ea,1e3*2**Math.min(e,Oa));return 500+Math.floor(t*(n-500))}function Ma(e){return ka.includes(e)?Da:0}function Na(e){return Aa.includes(e)}var Pa=.05,Fa=2e3,Ia=class{#e=[];#t=`nothing`;#n=0;#r=0;#i=0;offset(e){let t=Pa*Math.max(0,e-this.#i),n=this.#n-this.#r;return this.#r+Math.max(-t,Math.min(t,n))}serverTime(e){return e+this.offset(e)}hello(e,t){this.#e=[];let n=e-t,r=Math.abs(n-this.offset(t))>Fa;(this.#t===`nothing`||r)&&this.#o(n,t),this.#t===`nothing`&&(this.#t=`hello`)}sample(e,t,n){let r=Math.max(0,n-e);this.#e.push({offsetMs:t-(e+n)/2,roundTripMs:r}),this.#e=this.#e.slice(-16);let i=this.#a(),a=Math.abs(i-this.offset(n))>Fa;this.#t!==`samples`||a?this.#o(i,n):this.#s(i,n),this.#t=`samples`}#a(){let e=[...this.#e].sort((e,t)=>e.roundTripMs-t.roundTripMs).slice(0,Math.ceil(this.#e.length/2)).map(e=>e.offsetMs).sort((e,t)=>e-t),t=Math.floor(e.length/2),n=e[t]??0;return e.length%2==1?n:((e[t-1]??n)+n)/2}#o(e,t){this.#n=e,this.#r=e,this.#i=t}#s(e,t){this.#r=this.offset(t),this.#i=t,this.#n=e}};function La(e,t){return{policy:e,now:t,x:0,floor:0,rest:0,active:[],slot:null,last:null,trail:[],pin:null,queue:[]}}function Ra(e){return{...e,active:e.active.map(e=>({...e})),slot:e.slot&&{...e.slot},trail:[...e.trail],pin:e.pin&&{...e.pin},queue:[...e.queue]}}function za(e,t){return e.active.find(e=>e.notice.id===t)}var Ba=1e6,Va=512e3;function Ha(e,t){for(let n=Ua(e);n<=t;n=Ua(e))Wa(e,n),Ga(e);Wa(e,Math.max(t,e.now))}function Ua(e){let t=1/0;for(let n of e.active)t=Math.min(t,n.notice.expires_at),n.started||(t=Math.min(t,n.notice.starts_at));if(e.pin)t=Math.min(t,e.pin.until);else{if(e.slot){let n=Math.max(0,e.slot.end-e.x);t=Math.min(t,e.now+Math.ceil(n/e.policy.speed))}e.queue.length>0&&(t=Math.min(t,Math.max(e.rest,e.now)))}return Math.max(t,e.now)}function Wa(e,t){e.pin||(e.x+=e.policy.speed*(t-e.now)),e.now=t}function Ga(e){Ka(e),Ja(e),e.pin&&e.pin.until<=e.now&&$a(e),e.pin||(e.slot&&e.slot.end<=e.x&&eo(e),e.rest<=e.now&&e.queue.length>0&&to(e),!e.pin&&!e.slot&&no(e))}function Ka(e){let t=e.active.filter(t=>t.notice.expires_at<=e.now);for(let n of t)qa(e,n.notice.id)}function qa(e,t){e.active=e.active.filter(e=>e.notice.id!==t),e.queue=e.queue.filter(e=>e!==t),e.pin?.notice.id===t&&(e.pin.until=e.now)}function Ja(e){let t=[];for(let n of e.active)n.started||n.notice.starts_at>e.now||(n.started=!0,n.pass=e.floor,e.policy.levels[n.notice.level].play===`pin`&&t.push(n.notice.id));for(let n of t)Ya(e,n)}function Ya(e,t){e.queue.push(t),Xa(e),Za(e)}function Xa(e){let t=e.queue.length-e.policy.pin_queue;t>0&&e.queue.splice(0,t)}function Za(e){let{pin:t}=e;if(!t||e.queue.length===0)return;let n=za(e,t.notice.id),r=n?e.policy.levels[n.notice.level].hold_ms:0,i=Math.max(e.now,t.from+Math.min(r,e.policy.pin_min_ms));t.until=Math.min(t.until,i)}var Qa=(e,t)=>Math.floor(Ba/e.policy.levels[t.notice.level].weight);function $a(e){let t=e.pin&&za(e,e.pin.notice.id);t&&(t.pass+=Qa(e,t)),e.pin=null,e.rest=e.now+e.policy.breath_ms,e.slot&&!za(e,e.slot.notice.id)&&(e.slot=null)}function eo(e){e.slot&&e.trail.push(e.slot),e.slot=null,e.trail=e.trail.filter(t=>e.x-t.end<Va).slice(-64)}function to(e){let t=e.queue.shift(),n=t===void 0?void 0:za(e,t);if(!n)return;let r=e.policy.levels[n.notice.level].hold_ms;r!==0&&(e.pin={notice:n.notice,from:e.now,until:e.now+r},Za(e))}function no(e){let{policy:t}=e,n=(e,n)=>{if(e.pass!==n.pass)return e.pass<n.pass;let[r,i]=[t.levels[e.notice.level].weight,t.levels[n.notice.level].weight];return r===i?e.version<n.version:r>i},r,i;for(let t of e.active)t.started&&(t.notice.id===e.last?i=t:(!r||n(t,r))&&(r=t));if(r??=i,!r)return;e.floor=Math.max(e.floor,r.pass);let a=Math.max(0,e.floor-Ba);for(let t of e.active)t===r?t.pass+=Qa(e,t):t.started&&(t.pass=Math.max(t.pass,a));let{notice:o}=r,s=Math.max((o.cells+t.gap)*1e3,500*t.speed);e.last=o.id,e.slot={notice:o,head:e.x,end:e.x+s}}var ro=({notice:e,head:t,end:n})=>({id:e.id,rev:e.rev,head:t,end:n}),io=class e{#e;constructor(e){this.#e=e}static begin(t,n){return new e(La(t,n))}static fromParts(t){let n=Ra(t);return n.active.sort((e,t)=>e.version-t.version),n.queue=n.queue.filter(e=>za(n,e)),new e(n)}static fromSnapshot(t){let{timeline:n,policy:r,notices:i}=t;if(!n)return null;let a=i.map(({version:e,started:t,pass:n,...r})=>({notice:r,version:e,started:t,pass:n})),{now:o,x:s,floor:c,rest:l,queue:u,trail:d}=n,[f,p,m]=[n.last??null,n.slot??null,n.pin??null];return e.fromParts({policy:r,now:o,x:s,floor:c,rest:l,queue:u,trail:d,last:f,slot:p,pin:m,active:a})}parts(){return Ra(this.#e)}clone(){return new e(Ra(this.#e))}get now(){return this.#e.now}get x(){return this.#e.x}get policy(){return this.#e.policy}get active(){return this.#e.active}get slot(){return this.#e.slot}get trail(){return this.#e.trail}get pin(){return this.#e.pin}advance(e){Ha(this.#e,e)}apply(e){let t=this.#e;if(e.at<t.now)return`late`;switch(Ha(t,e.at),e.type){case`put`:ao(t,e.version,e.notice);break;case`delete`:oo(t,e.id);break;case`policy`:t.policy=e.policy,Xa(t)}return t.queue=t.queue.filter(e=>{let n=za(t,e);return n&&t.policy.levels[n.notice.level].play===`pin`}),Ga(t),`applied`}screen(e){let t=Ra(this.#e);Ha(t,e);let{pin:n}=t;return{at:t.now,x:t.x,pin:n&&{id:n.notice.id,rev:n.notice.rev,from:n.from,until:n.until},slot:t.slot&&ro(t.slot),trail:t.trail.map(ro),active:t.active.map(e=>e.notice.id)}}};function ao(e,t,n){let r=za(e,n.id);if(!r){e.active.push({notice:n,version:t,started:!1,pass:0});return}let i=r.notice;if(r.notice=n,e.pin?.notice.id===n.id){e.pin.notice=n;return}let a=e.policy.levels[i.level].play===`pin`;r.started&&!a&&e.policy.levels[n.level].play===`pin`&&Ya(e,n.id)}function oo(e,t){qa(e,t),e.slot?.notice.id===t&&(e.slot=null),e.trail=e.trail.filter(e=>e.notice.id!==t)}var so=class{board;#e;#t=`asked`;#n=null;#r=null;#i=null;#a=null;#o=0;constructor(e,t){this.board=e,this.#e=t}get cursor(){return this.#n&&`${this.#n.epoch}.${this.#n.version}`}get timeline(){return this.#i}get revision(){return this.#o}get isLive(){return this.#t!==`following`||!this.#n||!this.#r?!1:this.#n.epoch===this.#r.epoch&&this.#n.version>=this.#r.version}restore(e){let t=wa(e.cursor);t&&(this.#e===`feed`||e.snapshot)&&(this.#n=t,e.snapshot&&(this.#i=io.fromSnapshot(e.snapshot),this.#a=e.snapshot.policy),this.#o+=1)}keep(){let{cursor:e}=this;if(!e)return null;if(this.#e===`feed`)return{cursor:e,snapshot:null};let t=this.#i?.parts(),n=t?.policy??this.#a;if(!n)return null;let r=(t?.active??[]).map(({notice:e,version:t,started:n,pass:r})=>({...e,version:t,started:n,pass:r})),i=t?.now??0;return{cursor:e,snapshot:{type:`snapshot`,board:this.board,cursor:e,at:i,policy:n,notices:r,timeline:t??null}}}ask(){this.#t=`asked`,this.#r=null}forget(){this.#n=null,this.ask()}subscribed(e){if(this.#r=wa(e.head),e.resume===`incremental`){if(!this.#n)return`broken`;this.#t=`following`}else this.#n=null,this.#t=`base`;return`taken`}reset(){return this.#t===`asked`?`passed-over`:(this.#n=null,this.#t=`base`,`taken`)}snapshot(e){let t=wa(e.cursor);return this.#t!==`base`||this.#e===`feed`?`passed-over`:t?(this.#n=t,this.#t=`following`,this.#i=io.fromSnapshot(e),this.#a=e.policy,this.#o+=1,`taken`):`broken`}entry(e){if(this.#t!==`following`)return`passed-over`;let t=wa(e.cursor),n=this.#n&&t?.epoch===this.#n.epoch?this.#n.version+1:null;if(!t||t.version!==n||e.version!==n)return`broken`;if(this.#e!==`feed`){if(!this.#i&&e.type===`policy`&&(this.#i=io.begin(e.policy,e.at)),this.#i?.apply(e)!==`applied`)return`broken`;this.#o+=1}return this.#n=t,`taken`}bookmark(e){let t=wa(e.cursor);return this.#t===`asked`?`passed-over`:this.#e===`feed`?this.#s(t):this.#t===`following`?t?.epoch!==this.#n?.epoch||t?.version!==this.#n?.version?`broken`:(this.#i?.advance(e.at),`taken`):`passed-over`}#s(e){if(!e)return`broken`;let t=e.epoch!==this.#n?.epoch||e.version<this.#n.version;return this.#n&&t?`broken`:(this.#n=e,this.#t=`following`,`taken`)}},co=4,lo=500,uo=1e4,fo=25e3,po=15e3,mo=1e4,ho=5,go=1e4,_o=1006,vo=new Map([[4401,[`token-expired`,`the token has ended: it takes a new one to come back`]],[4403,[`token-revoked`,`the token was taken back, or was followed by one of somebody else: it takes a new one to come back, in five minutes`]]]),yo=class{clock=new Ia;#e;#t;#n={name:`idle`};#r=`catching-up`;#i=0;#a=0;#o;#s=`good`;#c=null;#l=0;#u=null;#d=new Map;#f=0;#p=1/0;#m=0;#h=[];constructor(e){this.#e=e,this.#t=new Map(e.boards.map(t=>[t,new so(t,e.terminal)]))}get connected(){return this.#r}follow(e){return this.#t.get(e)}handle(e,t,n){switch(this.#h=[],e.type){case`start`:this.#n.name===`idle`&&this.#y();break;case`token`:this.#b(e.token,t,n);break;case`opened`:this.#n.name===`connecting`&&this.#x(t);break;case`frame`:this.#n.name===`open`&&this.#A(e.frame,t,n);break;case`closed`:this.#O(e.code,t,n);break;case`tick`:this.#T(t,n);break;case`stop`:(this.#n.name===`connecting`||this.#n.name===`open`)&&this.#_({type:`drop`}),this.#n={name:`stopped`},this.#v(`offline`)}return this.#n.name===`open`&&this.#v(this.#g()?`live`:`catching-up`),this.#h}deadline(){switch(this.#n.name){case`waiting`:return this.#n.until;case`connecting`:return this.#n.since+fo;case`open`:return Math.min(this.#p,this.#w(),this.#c?.next??1/0);default:return 1/0}}#g(){return[...this.#t.values()].every(e=>e.isLive)}#_(e){this.#h.push(e)}#v(e){this.#r!==e&&(this.#r=e,e===`live`&&(this.#m=0),this.#_({type:`connected`,connected:e}))}#y(){this.#n={name:`token`},this.#_({type:`fetch-token`})}#b(e,t,n){let r=e!==this.#o;if(this.#o=e,r&&(this.#s=`good`),this.#n.name===`open`&&r&&e!==void 0&&this.#_({type:`send`,message:{type:`token`,token:e}}),this.#n.name!==`token`)return;if(this.#s===`refused`){this.#k(t,n);return}let{boards:i,terminal:a,name:o}=this.#e,s={terminal:a};o!==void 0&&(s.name=o);let[c]=i;if(i.length===1&&c!==void 0){s.board=c;let e=this.#t.get(c)?.cursor;e&&(s.last_seen=e)}this.#n={name:`connecting`,since:t},this.#_({type:`open`,params:s,token:e})}#x(e){this.#n={name:`open`,since:e},this.#l=e,this.#u=null,this.#m=0,this.#d.clear(),this.#f=0,this.#p=e,this.#c=null;for(let e of this.#t.values())e.ask(),this.#t.size>1&&this.#S(e);this.#C(e)}#S(e){let{board:t,cursor:n}=e;this.#_({type:`send`,message:{type:`subscribe`,board:t,...n?{last_seen:n}:{}}})}#C(e){let t=Math.floor(e);this.#d.size>=co&&this.#d.delete(Math.min(...this.#d.keys())),this.#d.set(t,e),this.#u??=e,this.#f+=1,this.#p=e+(this.#f<co?lo:uo),this.#_({type:`send`,message:{type:`ping`,ts:t}})}#w(){return this.#u===null?1/0:Math.max(this.#l+fo,this.#u+po)}#T(e,t){switch(this.#n.name){case`waiting`:e>=this.#n.until&&this.#y();break;case`connecting`:e>=this.#n.since+fo&&this.#D(e,t);break;case`open`:e>=this.#w()?this.#D(e,t):(e>=this.#p&&this.#C(e),this.#c&&e>=this.#c.next&&this.#E(e,this.#c.until))}}#E(e,t){this.#c=e<t?{next:e+go,until:t}:null,this.#c&&this.#_({type:`fetch-token`})}#D(e,t){this.#_({type:`drop`}),this.#O(_o,e,t)}#O(e,t,n){let r=this.#n;if(r.name!==`connecting`&&r.name!==`open`)return;r.name===`open`&&t-r.since>=mo&&(this.#i=0),Na(e)&&(this.#s=`refused`);let[i,a]=vo.get(e)??[];i!==void 0&&a!==void 0&&this.#_({type:`error`,code:i,detail:a,board:void 0}),this.#a=Math.max(this.#a,t+Ma(e)),this.#k(t,n)}#k(e,t){this.#n={name:`waiting`,until:Math.max(this.#a,e+ja(this.#i,t))},this.#i+=1,this.#v(`offline`)}#A(e,t,n){if(this.#l=t,this.#u=null,!e)return;switch(e.type){case`hello`:this.clock.hello(e.server_time,t);return;case`pong`:{let n=this.#d.get(e.ts);n!==void 0&&this.clock.sample(n,e.server_time,t),this.#d.delete(e.ts);return}case`error`:this.#_({type:`error`,code:e.code,detail:e.detail??``,board:e.board});return;case`bye`:this.#a=t+(Number.isFinite(e.retry_after_ms)?Math.max(0,e.retry_after_ms):0);return;case`token_expiring`:this.#E(t,t+e.in_ms);return;case`token_ok`:this.#c=null;return}let r=this.#t.get(e.board);r&&this.#j(r,e)===`broken`&&this.#M(r,t,n)}#j(e,t){let n;switch(t.type){case`subscribed`:return e.subscribed(t);case`bookmark`:return e.bookmark(t);case`reset`:return n=e.reset(),n===`taken`&&this.#_({type:`reset`,board:t.board,reason:t.reason}),n;case`snapshot`:return n=e.snapshot(t),n===`taken`&&this.#_({type:`snapshot`,board:t.board}),n;default:return n=e.entry(t),n===`taken`&&this.#_({type:`entry`,entry:t}),n}}#M(e,t,n){this.#m+=1,e.forget(),this.#m>ho?this.#D(t,n):this.#S(e)}},bo=`marquee.v1.json`,xo=`marquee.bearer.`,So=2147483647,Co=1e3,wo=1006,To=3e4,Eo=new Map([[401,`unauthorized`],[403,`forbidden`]]),Do=()=>performance.timeOrigin+performance.now();function Oo(e,t,n=`http`){let r=e||globalThis.location?.origin;if(!r)throw TypeError(`src is missing: give the server's address, such as http://127.0.0.1:8080`);let i=new URL(r);return i.pathname=i.pathname.replace(/\/+$/,``)+t,i.search=``,i.hash=``,n===`ws`&&(i.protocol=i.protocol===`https:`?`wss:`:`ws:`),i}function ko(e={}){return new Ao(e)}var Ao=class{#e;#t;#n;#r;#i={state:new Set,entry:new Set,snapshot:new Set,reset:new Set,error:new Set};#a=null;#o;#s;#c=-1/0;constructor(e){this.#e=e,this.#t=Oo(e.src,`/v1/ws`,`ws`),this.#n=e.boards??[e.board??`main`],this.#r=new yo({boards:this.#n,terminal:e.terminal??`web`,name:e.name});for(let e of this.#n)this.#_(e);queueMicrotask(()=>this.#l({type:`start`}))}get connected(){return this.#r.connected}on(e,t){return this.#i[e].add(t),()=>this.#i[e].delete(t)}screen(e,t){let n=Math.floor(t??this.serverTime()),r=this.cursor(e),i=this.#r.follow(e)?.timeline?.screen(n);if(!i)return{at:n,board:e,cursor:r,x:null,pin:null,slot:null,trail:null,active:null};let{x:a,pin:o,slot:s,trail:c,active:l}=i;return{at:i.at,board:e,cursor:r,x:a,pin:o,slot:s,trail:c,active:l}}cursor(e){return this.#r.follow(e)?.cursor??null}serverTime(){return this.#r.clock.serverTime(Do())}offsetMs(){return this.#r.clock.offset(Do())}playhead(e){return new Ta(this.#r.follow(e)??{timeline:null,revision:0})}close(){this.#l({type:`stop`}),clearTimeout(this.#o),this.#s!==void 0&&this.#y()}#l(e){for(let t of this.#r.handle(e,Do(),Math.random()))this.#u(t);clearTimeout(this.#o);let t=this.#r.deadline();if(t===1/0)return;let n=Math.min(So,Math.max(0,Math.ceil(t-Do())));this.#o=setTimeout(()=>this.#l({type:`tick`}),n)}#u(e){switch(e.type){case`fetch-token`:this.#f();break;case`open`:this.#p(e.params,e.token);break;case`send`:this.#a?.readyState===WebSocket.OPEN&&this.#a.send(JSON.stringify(e.message));break;case`drop`:this.#h();break;case`connected`:this.#d(`state`,{connected:e.connected});break;case`entry`:this.#v(),this.#d(`entry`,{board:e.entry.board,entry:e.entry});break;case`snapshot`:this.#v(),this.#d(`snapshot`,{board:e.board});break;case`reset`:this.#d(`reset`,{board:e.board,reason:e.reason});break;case`error`:this.#d(`error`,{code:e.code,detail:e.detail,board:e.board})}}#d(e,t){for(let n of[...this.#i[e]])try{n(t)}catch(e){reportError(e)}}async#f(){let{token:e}=this.#e,t;try{t=(typeof e==`function`?await e():e)||void 0}catch(e){this.#d(`error`,{code:`token`,detail:`no token could be had: ${String(e)}`,board:void 0})}this.#l({type:`token`,token:t})}#p(e,t){let n=new URL(this.#t);n.search=new URLSearchParams(e).toString();let r;try{r=new WebSocket(n,t===void 0?[bo]:[bo,xo+t])}catch(e){this.#d(`error`,{code:`connect`,detail:`${n.origin} cannot be connected to: ${String(e)}`,board:void 0}),queueMicrotask(()=>this.#l({type:`closed`,code:wo}));return}this.#a=r;let i=!1,a=e=>{this.#a===r&&this.#l(e)};r.onopen=()=>{i=!0,a({type:`opened`})},r.onmessage=({data:e})=>a({type:`frame`,frame:typeof e==`string`?Ca(e):null}),r.onclose=({code:e})=>{this.#a===r&&(this.#a=null,this.#l({type:`closed`,code:e}),i||this.#m(t))}}async#m(e){if(!(Do()<this.#c)){this.#c=Do()+To;for(let t of this.#n)try{let n=Oo(this.#e.src,`/v1/boards/${encodeURIComponent(t)}/now`),r=await fetch(n,e===void 0?{}:{headers:{authorization:`Bearer ${e}`}}),i=Eo.get(r.status);if(i===void 0)continue;let a=await r.json().catch(()=>({}));this.#d(`error`,{code:i,detail:a.detail??`the server answered ${r.status}`,board:t});return}catch{return}}}#h(){let e=this.#a;this.#a=null,e?.close()}#g(e){return`marquee:${this.#t.host}:${this.#e.terminal??`web`}:${e}`}#_(e){let t=this.#r.follow(e),{lastSeen:n,storage:r}=this.#e;if(n!==void 0&&this.#n.length===1&&t?.restore({cursor:n,snapshot:null}),r&&!t?.cursor)try{let n=JSON.parse(r.getItem(this.#g(e))??`null`);if(typeof n?.cursor!=`string`)return;t?.restore({cursor:n.cursor,snapshot:ba(n.snapshot)?n.snapshot:null})}catch{}}#v(){this.#e.storage&&(this.#s??=setTimeout(()=>this.#y(),Co))}#y(){clearTimeout(this.#s),this.#s=void 0;for(let e of this.#n){let t=this.#r.follow(e)?.keep();if(t)try{this.#e.storage?.setItem(this.#g(e),JSON.stringify(t))}catch(t){this.#d(`error`,{code:`storage`,detail:`the board could not be kept: ${String(t)}`,board:e})}}}},jo=2,Mo=1e3;function No(e,t){return e.pin?e.x:e.x+e.policy.speed*Math.max(0,t-e.now)}function Po(e,t,n){return(e.slot?[...e.trail,e.slot]:e.trail).map(e=>({key:`${e.head}:${e.notice.id}`,notice:e.notice,head:e.head,leftCells:n.widthCells+n.offsetCells-(t-e.head)/1e3})).filter(({leftCells:e,notice:t})=>e<n.widthCells+jo&&e+t.cells>-2)}function Fo(e,t,n,r){let i=e.notice.cells-n;if(i<=0)return 0;let a=Math.max(1,t.levels[e.notice.level].hold_ms-2*Mo),o=Math.max(t.speed/1e3,i/a);return Math.min(i,Math.max(0,r-e.from-Mo)*o)}function Io(e){return(e.slot??e.trail.at(-1))?.notice??null}var Lo=/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Bopomofo}|\p{Script=Yi}|[\u1100-\u115f\uac00-\ud7a3\u3000-\u303e\u3041-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u,Ro=/\p{Emoji_Presentation}|\ufe0f/u,zo=/^[\p{Mark}\p{Cf}]+$/u,Bo=/^[\uff61-\uffdc\uffe8-\uffee]/,Vo=new Intl.Segmenter(void 0,{granularity:`grapheme`});function Ho(e){return zo.test(e)?0:Ro.test(e)||Lo.test(e)&&!Bo.test(e)?2:1}function Uo(e){let t=[];for(let{segment:n}of Vo.segment(e)){let e=Ho(n),r=t.at(-1);r&&(e===0||r.width===e)?(r.text+=n,r.cells+=e):t.push({text:n,cells:e,width:e})}return t.map(({text:e,cells:t})=>({text:e,cells:t}))}var Wo=.001,Go=class{element;#e;#t;constructor(e){let{link:t}=e;this.element=document.createElement(t?.startsWith(`https://`)?`a`:`span`),this.element.className=`text`,this.element.dir=`auto`,this.element instanceof HTMLAnchorElement&&t&&(this.element.href=t,this.element.target=`_blank`,this.element.rel=`noopener noreferrer`),this.#e=Uo(e.text).map(({text:e,cells:t})=>{let n=document.createElement(`span`),r=document.createElement(`span`);return n.className=`run`,r.className=`ink`,r.textContent=e,n.append(r),{box:n,ink:r,cells:t}}),this.#t=e.cells,this.element.append(...this.#e.map(e=>e.box))}fit(e,t){for(let{box:e,ink:t}of this.#e)e.style.inlineSize=``,t.style.transform=``;let n=this.#e.map(({ink:e})=>e.getBoundingClientRect().width/t),r=this.#e.reduce((e,t)=>e+t.cells,0),i=r>0?this.#t/r:0;this.#e.forEach(({box:t,ink:r,cells:a},o)=>{let s=a*i*e,c=n[o]??0;t.style.inlineSize=`${s}px`,c>0&&Math.abs(s/c-1)>Wo&&(r.style.transform=`scaleX(${s/c})`)})}},Ko=.28,qo=64,Jo=5e4,Yo=.75,Xo=8;function Zo(e,t,n){let r=document.createElement(e);return r.className=t,n&&r.setAttribute(`part`,n),r}function Qo(e){let[t=0,n=0,r=0]=(e.match(/[\d.]+/g)??[]).map(e=>{let t=Number(e)/255;return t<=.04045?t/12.92:((t+.055)/1.055)**2.4});return .2126*t+.7152*n+.0722*r}var $o=class{root=Zo(`div`,`glass`);#e=Zo(`div`,`probe`);#t=Zo(`div`,`ribbon`,`ribbon`);#n=Zo(`div`,`pin`,`pin`);#r=Zo(`div`,`window`);#i=Zo(`div`,`status`,`status`);#a=Zo(`div`,`heard`);#o=new Map;#s=null;#c=0;#l=0;#u=1;#d=0;#f=`scroll`;offsetCells=0;constructor(){this.#t.setAttribute(`role`,`marquee`),this.#i.setAttribute(`role`,`status`),this.#a.setAttribute(`role`,`log`),this.#a.setAttribute(`aria-live`,`polite`),this.#n.hidden=!0,this.#n.append(this.#r),this.root.append(this.#e,this.#t,this.#n,this.#i,this.#a)}get sized(){return[this.root,this.#e]}get glass(){return{widthCells:this.#c>0?this.#l/this.#c:0,offsetCells:this.offsetCells}}measure(){this.root.style.setProperty(`--auto-cell`,`${this.root.clientHeight*Ko}px`);let e=this.root.getBoundingClientRect();this.#l=this.root.clientWidth,this.#u=this.#l>0&&e.width>0?e.width/this.#l:1,this.#c=this.#e.getBoundingClientRect().width/this.#u/qo,this.refit()}refit(){for(let e of this.#o.values())this.#v(e);this.#s?.text.fit(this.#c,this.#u)}set motion(e){this.#f=e,this.root.dataset.motion=e,this.clear()}clear(){for(let{element:e}of this.#o.values())e.remove();this.#o.clear(),this.#x(),this.#t.style.transform=``}status(e,t){this.#i.dataset.connected=e,this.#i.textContent=t.status[e],this.#t.setAttribute(`aria-label`,t.ribbon)}announce(e){let t=document.createElement(`p`);for(t.dir=`auto`,t.textContent=e.text,this.#a.append(t);this.#a.childElementCount>Xo;)this.#a.firstElementChild?.remove()}paint(e,t){this.#f===`still`?this.#m(e):this.#p(e,No(e,t)),this.#y(e,t)}#p(e,t){if(this.#c<=0)return;let n=(t-this.#d)/1e3*this.#c;if(Math.abs(n)>Jo){this.#d=t;for(let e of this.#o.values())this.#v(e)}this.#h(Po(e,t,this.glass),e.policy);let r=this.#l+this.offsetCells*this.#c-(t-this.#d)/1e3*this.#c;this.#t.style.transform=`translate3d(${r}px, 0, 0)`}#m(e){let t=Io(e),n=t?`${t.id}:${t.rev}`:``;this.#h(t?[{key:n,notice:t,head:0,leftCells:0}]:[],e.policy);let r=t!==null&&t.cells>this.glass.widthCells-2*Yo;this.#o.get(n)?.element.classList.toggle(`long`,r)}#h(e,t){for(let[t,{element:n}]of this.#o)e.some(e=>e.key===t)||(n.remove(),this.#o.delete(t));for(let{key:n,notice:r,head:i}of e){let e=this.#o.get(n);if(e){this.#_(e.element,r,t);continue}let{element:a,text:o}=this.#g(r,`piece`);this.#_(a,r,t);let s={element:a,text:o,head:i};this.#o.set(n,s),this.#t.append(a),this.#v(s)}}#g(e,t){let n=Zo(`div`,t);n.dataset.id=e.id,n.dataset.rev=String(e.rev),n.dataset.level=e.level;let r=new Go(e);return n.append(r.element),{element:n,text:r}}#_(e,t,n){let{color:r}=n.levels[t.level],i=/^#[0-9a-f]{6}$/i.test(r)?r:`#e8eaed`;e.dataset.color!==i&&(e.dataset.color=i,e.style.setProperty(`--level`,`var(--marquee-${t.level.toLowerCase()}, ${i})`))}#v({element:e,text:t,head:n}){this.#f!==`still`&&(e.style.left=`${(n-this.#d)/1e3*this.#c}px`,t.fit(this.#c,this.#u))}#y(e,t){let{pin:n,policy:r}=e;if(!n){this.#x();return}this.#_(this.#n,n.notice,r);let i=`${n.from}:${n.notice.id}:${n.notice.rev}`;this.#s?.key!==i&&this.#b(i,n);let a=this.glass.widthCells-2*Yo;if(this.#r.toggleAttribute(`data-fits`,n.notice.cells<=a),this.#f===`still`){this.#s?.element.classList.toggle(`long`,n.notice.cells>a);return}let o=Fo(n,r,a,t)*this.#c;this.#s&&(this.#s.element.style.transform=o>0?`translate3d(${-o}px, 0, 0)`:``)}#b(e,t){let{element:n,text:r}=this.#g(t.notice,`held`);this.#n.setAttribute(`role`,t.notice.level===`URGENT`?`alert`:`status`),this.#n.hidden=!1,this.#r.replaceChildren(n),this.#s={key:e,element:n,text:r},this.#f===`scroll`&&r.fit(this.#c,this.#u);let i=Qo(getComputedStyle(this.#n).backgroundColor),a=(i+.05)/.053500000000000006>=1.05/(i+.05);this.#n.dataset.ink=a?`dark`:`light`}#x(){this.#s&&(this.#s=null,this.#n.hidden=!0,this.#n.removeAttribute(`role`),this.#r.replaceChildren())}},es=`
:host {
  display: block;
  block-size: 6rem;
  overflow: hidden;
  color-scheme: dark;
  --_background: #07080b;
  --_dots: rgb(255 255 255 / 0.045);
  --_status-back: rgb(7 8 11 / 0.78);
  --_status-ink: #b6bcc6;
}
:host([hidden]) { display: none; }
:host([theme="light"]) {
  color-scheme: light;
  --_background: #f6f7f9;
  --_dots: rgb(0 0 0 / 0.05);
  --_status-back: rgb(255 255 255 / 0.85);
  --_status-ink: #454b55;
}
@media (prefers-color-scheme: light) {
  :host([theme="auto"]) {
    color-scheme: light;
    --_background: #f6f7f9;
    --_dots: rgb(0 0 0 / 0.05);
    --_status-back: rgb(255 255 255 / 0.85);
    --_status-ink: #454b55;
  }
}
.glass {
  --cell: var(--marquee-cell, var(--auto-cell, 12px));
  position: relative;
  inline-size: 100%;
  block-size: 100%;
  overflow: hidden;
  contain: strict;
  direction: ltr;
  background-color: var(--marquee-background, var(--_background));
  background-image: radial-gradient(circle at 50% 50%, var(--_dots) 32%, transparent 36%);
  background-size: 6px 6px;
  font: 600 calc(2 * var(--cell)) / 1.25 ui-sans-serif, system-ui, "Helvetica Neue", Arial, "PingFang SC",
    "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  font-kerning: normal;
  text-rendering: geometricPrecision;
}
.probe { position: absolute; inline-size: calc(64 * var(--cell)); block-size: 0; visibility: hidden; }
.ribbon { position: absolute; inset: 0; will-change: transform; }
.piece {
  position: absolute;
  inset-block: 0;
  display: flex;
  align-items: center;
  white-space: pre;
  color: var(--marquee-color, var(--ink));
  text-shadow: 0 0 0.35em color-mix(in srgb, currentColor 38%, transparent);
}
:host([theme="light"]) .piece { --ink: color-mix(in srgb, var(--level) 45%, black); text-shadow: none; }
@media (prefers-color-scheme: light) {
  :host([theme="auto"]) .piece { --ink: color-mix(in srgb, var(--level) 45%, black); text-shadow: none; }
}
.piece, .pin { --ink: var(--level); }
.text { display: inline-block; white-space: pre; color: inherit; text-decoration: none; }
a.text .ink { text-decoration: underline; text-decoration-thickness: 0.04em; text-underline-offset: 0.14em; }
a.text:focus-visible { outline: 0.08em solid currentColor; outline-offset: 0.06em; }
.run { display: inline-block; vertical-align: baseline; white-space: pre; }
.ink { display: inline-block; transform-origin: 0 0; white-space: pre; }
.pin {
  position: absolute;
  inset: 0;
  display: flex;
  align-items: center;
  background-color: var(--level);
  background-image: linear-gradient(rgb(255 255 255 / 0.12), transparent 45%, rgb(0 0 0 / 0.16));
  color: #14060a;
  font-weight: 750;
  overflow: hidden;
  white-space: pre;
}
.pin[data-ink="light"] { color: #fff; }
.pin[hidden] { display: none; }
.window { flex: 1; min-inline-size: 0; padding-inline: calc(0.75 * var(--cell)); overflow: hidden; }
.window[data-fits] { text-align: center; }
.window > [data-id] { display: inline-block; will-change: transform; }
.status {
  position: absolute;
  inset-block-start: 0.5rem;
  inset-inline-end: 0.5rem;
  display: flex;
  align-items: center;
  gap: 0.4rem;
  max-inline-size: calc(100% - 1rem);
  box-sizing: border-box;
  padding: 0.2rem 0.55rem;
  border-radius: 999px;
  background: var(--_status-back);
  color: var(--_status-ink);
  font: 500 0.75rem / 1.35 ui-sans-serif, system-ui, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", sans-serif;
  pointer-events: none;
}
.status::before { content: ""; flex: none; inline-size: 0.5rem; block-size: 0.5rem; border-radius: 50%; background: #34c759; }
.status[data-connected="live"] { opacity: 0.72; }
.status[data-connected="catching-up"]::before { background: #ffb340; }
.status[data-connected="offline"] { background: #ffd60a; color: #1b1600; font-weight: 650; }
.status[data-connected="offline"]::before { background: #8f1d12; }
.heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.glass[data-motion="still"] .ribbon { will-change: auto; display: grid; place-items: center; padding-inline: calc(0.75 * var(--cell)); }
.glass[data-motion="still"] .piece,
.glass[data-motion="still"] .window > [data-id] {
  position: static;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  white-space: normal;
  text-align: center;
  overflow-wrap: anywhere;
}
.glass[data-motion="still"] .long { font-size: calc(1.15 * var(--cell)); }
.glass[data-motion="still"] .text { display: inline; white-space: normal; }
@media (forced-colors: active) {
  .pin { forced-color-adjust: none; }
}
`,ts;function ns(){return ts||(ts=new CSSStyleSheet,ts.replaceSync(es)),ts}var rs={status:{live:`Live`,"catching-up":`Catching up…`,offline:`Offline: out of touch, showing the last known state`},ribbon:`Notices`},is={status:{live:`实时`,"catching-up":`正在同步…`,offline:`离线：已失去连接，显示最后已知内容`},ribbon:`通知`};function as(e){return/^zh\b/i.test(e)?is:rs}var os=class extends HTMLElement{static observedAttributes=[`src`,`board`,`token`,`name`,`offset-cells`,`theme`,`lang`];#e=new $o;#t=matchMedia(`(prefers-reduced-motion: reduce)`);#n=new ResizeObserver(()=>this.#e.measure());#r;#i=null;#a=null;#o=0;#s=`nothing`;constructor(){super();let e=this.attachShadow({mode:`open`});e.adoptedStyleSheets=[ns()],e.append(this.#e.root)}get src(){return this.getAttribute(`src`)??location.origin}set src(e){this.setAttribute(`src`,e)}get board(){return this.getAttribute(`board`)||`main`}set board(e){this.setAttribute(`board`,e)}get name(){return this.getAttribute(`name`)??``}set name(e){this.setAttribute(`name`,e)}get theme(){return this.getAttribute(`theme`)??`dark`}set theme(e){this.setAttribute(`theme`,e)}get offsetCells(){let e=Number(this.getAttribute(`offset-cells`));return Number.isFinite(e)?e:0}set offsetCells(e){this.setAttribute(`offset-cells`,String(e))}get token(){return this.#r}set token(e){typeof e==`string`?this.setAttribute(`token`,e):(this.removeAttribute(`token`),this.#r=e??void 0,this.#u())}get connected(){return this.#i?.connected??(this.#s===`reconnect`?`catching-up`:`offline`)}get serverTime(){return this.#i?.serverTime()??Date.now()}get cursor(){return this.#i?.cursor(this.board)??null}get notices(){return this.#a?.at(Math.floor(this.serverTime))?.active.map(e=>e.notice)??[]}get policy(){return this.#a?.at(Math.floor(this.serverTime))?.policy??null}screen(e){let t=this.board,n=Math.floor(e??this.serverTime),r={at:n,board:t,cursor:null,x:null,pin:null,slot:null,trail:null,active:null};return{...this.#i?.screen(t,n)??r,connected:this.connected,offset_ms:this.#i?.offsetMs()??0,width_cells:this.#e.glass.widthCells}}connectedCallback(){for(let e of this.#e.sized)this.#n.observe(e);this.#t.addEventListener(`change`,this.#c),document.fonts.addEventListener(`loadingdone`,this.#l),this.#c(),this.#e.measure(),this.#u(),this.#m();let e=()=>{this.#o=requestAnimationFrame(e);let t=this.serverTime,n=this.#a?.at(Math.floor(t));n&&this.#e.paint(n,t)};this.#o=requestAnimationFrame(e)}disconnectedCallback(){cancelAnimationFrame(this.#o),this.#n.disconnect(),this.#t.removeEventListener(`change`,this.#c),document.fonts.removeEventListener(`loadingdone`,this.#l),this.#d()}attributeChangedCallback(e,t,n){if(t!==n)switch(e){case`offset-cells`:this.#e.offsetCells=this.offsetCells;break;case`lang`:this.#m();break;case`token`:this.#r=n??void 0,this.#u();break;case`theme`:break;default:this.#u()}}#c=()=>{this.#e.motion=this.#t.matches?`still`:`scroll`};#l=()=>this.#e.refit();#u(){this.isConnected&&this.#s!==`reconnect`&&(this.#s=`reconnect`,queueMicrotask(()=>{this.#s=`nothing`,this.isConnected&&(this.#d(),this.#e.clear(),this.#f())}))}#d(){this.#i?.close(),this.#i=null,this.#a=null}#f(){let{board:e,name:t,src:n}=this;try{this.#i=ko({src:n,board:e,token:this.#r,name:t||void 0,terminal:`web`})}catch(e){let t=`src is no address of a server: ${JSON.stringify(n)}. Give one such as http://127.0.0.1:8080. (${String(e)})`;this.#m(),this.#h(`marquee-error`,{code:`src`,detail:t});return}this.#a=this.#i.playhead(e),this.#i.on(`state`,({connected:e})=>{this.#m(),this.#h(`marquee-state`,{connected:e})}),this.#i.on(`entry`,({entry:e})=>{this.#p(e),this.#h(`marquee-entry`,{entry:e})}),this.#i.on(`error`,({code:e,detail:t})=>this.#h(`marquee-error`,{code:e,detail:t})),this.#m()}#p(e){e.type!==`put`||e.notice.rev!==e.version||e.notice.count>1||this.connected===`live`&&this.policy?.levels[e.notice.level].play!==`pin`&&this.#e.announce(e.notice)}#m(){let e=this.closest(`[lang]`)?.getAttribute(`lang`)??navigator.language;this.#e.status(this.connected,as(e))}#h(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t,bubbles:!0,composed:!0}))}};customElements.get(`marquee-board`)||customElements.define(`marquee-board`,os);var ss={boards:`M2 3.5h12v6H2zM5 12.5h6M4.5 6.5h3M9.5 6.5h2`,terminals:`M2 3h12v8H2zM8 11v2.5M5 13.5h6`,traffic:`M2 13.5h12M2.5 10.5l3-4 3 2.5 5-6`,policy:`M2 4h7M12 4h2M2 8h2M7 8h7M2 12h6M11 12h3M10.5 2.5v3M5.5 6.5v3M9.5 10.5v3`,search:`M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3 3`,close:`M4 4l8 8M12 4l-8 8`,xmark:`M4 4l8 8M12 4l-8 8`,copy:`M5.5 5.5h8v8h-8zM3 10.5H2.5v-8h8V3`,check:`M3 8.5l3.5 3.5L13 4.5`,edit:`M10.5 3l2.5 2.5-7.5 7.5H3v-2.5zM9 4.5L11.5 7`,retract:`M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9`,details:`M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 7.5v3.5M8 5v.2`,theme:`M8 2.5a5.5 5.5 0 1 0 5.5 5.5A4 4 0 0 1 8 2.5z`,language:`M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM2.5 8h11M8 2.5c-4 3.5-4 7.5 0 11M8 2.5c4 3.5 4 7.5 0 11`,help:`M1.5 4h13v8.5h-13zM4 6.5h.2M7 6.5h.2M10 6.5h.2M12 6.5h.2M5 10h6`,user:`M8 2.5a2.5 2.5 0 1 1 0 5.5 2.5 2.5 0 0 1 0-5.5zM3 13.5c.5-3 2.5-4 5-4s4.5 1 5 4`,warning:`M8 2.5l6 11H2zM8 6.5v3.5M8 11.8v.2`,"chevron-down":`M4 6l4 4 4-4`,"chevron-right":`M6 4l4 4-4 4`,eye:`M1.5 8c3.5-5.5 9.5-5.5 13 0-3.5 5.5-9.5 5.5-13 0zM8 6.2a1.8 1.8 0 1 1 0 3.600 1.8 1.8 0 0 1 0-3.600z`,"eye-slash":`M1.5 8c3.5-5.5 9.5-5.5 13 0-3.5 5.5-9.5 5.5-13 0zM3 13L13 3`},cs=e=>`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"><path d="${ss[e]??ss.details??``}"/></svg>`;function ls(){let e=e=>`data:image/svg+xml,${encodeURIComponent(cs(e))}`;for(let t of[`default`,`system`])$t(t,{resolver:e})}var us=`marquee:console:login`,ds=6e4,fs=5e3;function ps(e){let t=e.trim().replace(/^Bearer\s+/i,``);return/^[\w-]+\.[\w-]+\.[\w-]+$/.test(t)?t:void 0}function ms(e){try{let t=(e.split(`.`)[1]??``).replaceAll(`-`,`+`).replaceAll(`_`,`/`),n=Uint8Array.from(atob(t),e=>e.charCodeAt(0)),{scope:r,exp:i,sub:a}=JSON.parse(new TextDecoder().decode(n));return{scope:typeof r==`string`?r:``,exp:typeof i==`number`&&Number.isFinite(i)?i:null,sub:typeof a==`string`?a:``}}catch{return{scope:``,exp:null,sub:``}}}function hs(e,t,n){return e.split(` `).some(e=>{if(e===`admin`)return!0;let[r,i=``]=e.split(`:`);return r!==t||i===``?!1:n===void 0||i===`*`?!0:i.endsWith(`.*`)?n.startsWith(i.slice(0,-1)):i===n})}var gs=class extends EventTarget{#e;#t;#n=null;#r=null;why=`none`;constructor(){super(),this.#e=_s(),this.#a()}get token(){return this.#e?.token}get loggedIn(){return this.#e!==null}get open(){return this.#r===!1}get scope(){return this.#e?.scope??``}get subject(){return this.#e?ms(this.#e.token).sub:``}get renews(){return this.#e?.refresh!==void 0}get ends(){return this.#e?.ends??null}can(e,t){return this.#e?hs(this.#e.scope,e,t):this.#r!==!0}fresh=async()=>{let e=this.#e;return e?.refresh!==void 0&&e.ends!==null&&e.ends-Date.now()<ds&&await this.#o(),this.#e?.token};take(e){let{scope:t,exp:n}=ms(e);this.#i({token:e,scope:t,ends:n===null?null:n*1e3})}takeTokens(e){let t=Date.now()+e.expires_in*1e3;this.#i({token:e.access_token,refresh:e.refresh_token,ends:t,scope:e.scope})}needed(e){this.#r!==e&&(this.#r=e,this.dispatchEvent(new Event(`change`)))}refused(e){this.#r=!0,e===this.#e?.token&&(this.why=this.#e?`ended`:`none`,this.#i(null))}async logOut(){let e=this.#e;this.why=`none`,this.#i(null),e?.refresh!==void 0&&await fetch(`/v1/auth/revoke`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${e.token}`},body:JSON.stringify({token:e.refresh})}).catch(()=>void 0)}#i(e){this.#e=e,e&&(this.#r=!0);try{e?sessionStorage.setItem(us,JSON.stringify(e)):sessionStorage.removeItem(us)}catch{}this.#a(),this.dispatchEvent(new Event(`change`))}#a(){clearTimeout(this.#t);let{ends:e,refresh:t}=this.#e??{};t!==void 0&&e!=null&&(this.#t=setTimeout(()=>void this.#o(),Math.max(fs,e-Date.now()-ds)))}#o(){return this.#n??=this.#s().finally(()=>{this.#n=null}),this.#n}async#s(){let e=this.#e;if(e?.refresh!==void 0)try{let t=await fetch(`/v1/auth/refresh`,{method:`POST`,headers:{"content-type":`application/json`},body:JSON.stringify({refresh_token:e.refresh})});if(this.#e!==e)return;t.ok?this.takeTokens(await t.json()):t.status===401?this.refused(e.token):this.#a()}catch{this.#e===e&&this.#a()}}};function _s(){try{let e=JSON.parse(sessionStorage.getItem(us)??`null`);return e&&typeof e.token==`string`&&typeof e.scope==`string`?e:null}catch{return null}}var J=new gs,vs=15e3,ys=1e3,bs=class extends Error{name=`ApiError`;status;errors;slug;traceId;constructor(e,t={}){let n=e=>typeof e==`string`?e:``;super(n(t.detail)||n(t.title)),this.status=e,this.slug=n(t.type).replace(/^.*\//,``),this.traceId=n(t.trace_id),this.errors=Array.isArray(t.errors)?t.errors.filter(xs):[]}get word(){return{0:`eNetwork`,401:`e401`,403:`e403`,404:`e404`,409:`e409`,413:`e413`,422:`e422`,429:`e429`,503:`e503`}[this.status]??`eOther`}at(e=``){return new Map(this.errors.filter(({pointer:t})=>t.startsWith(e)).map(({pointer:t,detail:n})=>[t.slice(e.length),n]))}},xs=e=>typeof e==`object`&&!!e&&typeof e.pointer==`string`&&typeof e.detail==`string`,Ss=e=>e instanceof bs?e:new bs(0);async function Cs(e,{method:t=`GET`,body:n,ifMatch:r,signal:i}={}){let a=await J.fresh(),o={};a!==void 0&&(o.authorization=`Bearer ${a}`),n!==void 0&&(o[`content-type`]=`application/json`),r!==void 0&&(o[`if-match`]=r);let s=AbortSignal.timeout(vs),c=fetch(e,{method:t,headers:o,signal:i&&`any`in AbortSignal?AbortSignal.any([i,s]):s,...n===void 0?{}:{body:JSON.stringify(n)}});try{let{value:t,etag:n}=await ws(c);return a===void 0&&e.startsWith(`/v1/boards`)&&J.needed(!1),{body:t,etag:n}}catch(e){throw Ss(e).status===401&&J.refused(a),e}}async function ws(e){let t=await e.catch(()=>{throw new bs(0)}),n=await t.json().catch(()=>null);if(!t.ok)throw new bs(t.status,typeof n==`object`&&n?n:{});return{value:n,etag:t.headers.get(`etag`)??``}}var Ts=e=>`/v1/boards/${encodeURIComponent(e)}`,Es=(e,t)=>`${Ts(e)}/notices/${encodeURIComponent(t)}`,Ds=0,Os=()=>Date.now()+Ds,ks={async time(){let e=Date.now(),{body:t}=await Cs(`/v1/time`);Ds=t.server_time-(e+Date.now())/2},async boards(e){let{body:t}=await Cs(`/v1/boards?limit=${ys}`,{signal:e});return{items:t.boards,next:t.next}},async lastChange(e){return(await Cs(`${Ts(e)}/now?at=0`)).body.at},async now(e){return(await Cs(`${Ts(e)}/now`)).body},async notices(e,t){return(await Cs(`${Ts(e)}/notices?limit=${ys}`,{signal:t})).body.notices},async notice(e,t){return(await Cs(Es(e,t))).body},async publish(e){return(await Cs(`/v1/notify`,{method:`POST`,body:e})).body},async put(e,t,n){return(await Cs(Es(e,t),{method:`PUT`,body:n})).body},async retract(e,t){await Cs(Es(e,t),{method:`DELETE`})},async lifecycle(e,t){return(await Cs(`${Es(e,t)}/lifecycle`)).body},policy:e=>Cs(`${Ts(e)}/policy`),savePolicy:(e,t,n)=>Cs(`${Ts(e)}/policy`,{method:`PUT`,body:t,ifMatch:n}),resetPolicy:(e,t)=>Cs(`${Ts(e)}/policy`,{method:`DELETE`,ifMatch:t}),async dryRun(e,t,n){return(await Cs(`${Ts(e)}/policy/preview`,{method:`POST`,body:{policy:t,for_ms:n}})).body},async terminals(e){let{body:t}=await Cs(`/v1/terminals?limit=${ys}${e===void 0?``:`&after=${encodeURIComponent(e)}`}`);return{items:t.terminals,next:t.next}},async takeToken(e){await ws(fetch(`/v1/boards?limit=1`,{headers:{authorization:`Bearer ${e}`}})),J.take(e)},async logIn(e,t){let n=fetch(`/v1/auth/token`,{method:`POST`,headers:{"content-type":`application/json`},body:JSON.stringify({client_id:e,client_secret:t})});J.takeTokens((await ws(n)).value)}},As=1200,js={"/":`search`,n:`new`,p:`policy`,d:`theme`,l:`language`,"?":`help`},Ms={b:`boards`,t:`terminals`,r:`traffic`},Ns=[[`search`,[`/`]],[`boards`,[`g`,`b`]],[`terminals`,[`g`,`t`]],[`traffic`,[`g`,`r`]],[`new`,[`n`]],[`policy`,[`p`]],[`theme`,[`d`]],[`language`,[`l`]],[`help`,[`?`]]],Ps=class{#e=-1/0;press(e,t){let n=t-this.#e<=As;return this.#e=-1/0,n?Ms[e]??null:e===`g`?(this.#e=t,null):js[e]??null}};function Fs(e){let[t]=e.composedPath();return t instanceof HTMLElement&&(t.isContentEditable||[`INPUT`,`TEXTAREA`,`SELECT`].includes(t.tagName)||t.closest(`[role=listbox]`)!==null)}var Is={en:{title:`Marquee console`,brand:`Console`,skip:`Skip to the content`,nav:`Views`,boards:`Boards`,terminals:`Terminals`,traffic:`Traffic`,board:`Board`,policy:`Policy`,login:`Log in`,logout:`Log out`,help:`Keyboard`,theme:`Theme`,themeAuto:`As the system`,themeDark:`Dark`,themeLight:`Light`,language:`Language`,close:`Close`,cancel:`Cancel`,retry:`Try again`,copy:`Copy`,copied:`Copied`,undo:`Undo`,none:`none`,reference:`HTTP interface`,loading:`Loading`,now:`now`,ago:`{t} ago`,in:`in {t}`,boardsHint:`Every board that you may see. Tick one to watch it here.`,search:`Search`,searchBoards:`Search boards`,name:`Name`,active:`Active`,version:`Version`,lastChange:`Last change`,watch:`Watch`,watchBoard:`Watch {board}`,noBoards:`No board yet`,noBoardsHint:`A board exists from its first write on. Publish to any name, and it appears here and on every screen that follows it:`,noMatch:`Nothing matches “{q}”.`,watchNone:`Tick a board in the list to see it live.`,watchMax:`At most {n} boards are watched at once.`,boardCount:`{n} boards`,newBoard:`Open a board by name`,go:`Go`,badBoard:`1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit`,live:`Live`,preview:`Live preview`,notices:`Active notices`,noNotices:`Nothing is active`,noNoticesHint:`What you publish here stands on every screen of this board at once. From a terminal:`,level:`Level`,text:`Text`,tags:`Tags`,key:`Key`,left:`Left`,started:`Started`,actions:`Actions`,waiting:`starts {t}`,details:`Details`,replace:`Replace`,retract:`Retract`,retracted:`Retracted: {text}`,restored:`Back on the board: {text}`,searchNotices:`Search notices`,count:`×{n}`,lifecycleOf:`Notice {id}`,publish:`Publish`,publishTitle:`Publish a notice`,replaceTitle:`Replace {id}`,ttl:`Life, seconds`,ttlHint:`Empty: the policy's {n} s`,startsAt:`Starts at`,startsHint:`Empty: at once`,link:`Link`,linkHint:`https only`,html:`Markup`,htmlHint:`b, i, u, s, code, a, span; screens show its text`,tagsHint:`Separated by commas`,keyHint:`A new notice with this key replaces the active one`,idHint:`Empty: the server makes one`,id:`Id`,data:`Data`,dataHint:`A JSON object`,more:`More fields`,draft:`As it will be drawn`,draftEmpty:`Write a text to see it here.`,scrolls:`scrolls, {s} s to cross a wall of {n} cells`,pins:`pinned on top for {s} s`,cellCount:`{n} cells`,cleaned:`Control characters were taken out, as the server does.`,published:`Published: version {n}`,replaced:`Replaced: version {n}`,folded:`Folded into an equal notice: version {n}`,duplicate:`It is there already, unchanged`,tooLong:`{n} characters, at most {max}`,badData:`This is no JSON object`,badTtl:`A whole number from 1 to 2,592,000`,lifecycle:`Lifecycle`,stage:`Stage`,accepted:`Accepted`,stored:`Stored`,delivered:`Delivered`,shown:`Shown`,deleted:`Deleted`,expired:`Expired`,onTerminals:`{n} terminals`,trace:`Trace id`,revision:`Revision`,lifecycleGone:`The server no longer remembers how this notice came. It keeps the newest 10,000, until a restart.`,lifecycleAdmin:`The lifecycle needs the scope admin.`,expiresAt:`Expires`,content:`Content`,noticeGone:`No such notice is active any more.`,speed:`Speed`,speedHint:`cells a second`,gap:`Gap`,gapHint:`cells`,policyTtl:`Life`,seconds:`seconds`,maxActive:`Most active`,maxActiveHint:`notices`,foldMs:`Fold`,ms:`ms`,pinMin:`Pin at least`,pinQueue:`Pin queue`,breath:`Breath`,weight:`Weight`,play:`Play`,hold:`Hold, ms`,color:`Colour`,scroll:`scroll`,pin:`pin`,ribbon:`Ribbon`,levels:`Levels`,dryRun:`Dry run`,dryRunHint:`What would play from now if nothing else came`,window:`Window`,minutes:`{n} min`,presentPolicy:`Present`,proposedPolicy:`Proposed`,unchanged:`The same as the present policy.`,savePolicy:`Save policy`,resetPolicy:`Reset to the defaults`,resetAsk:`Reset {board} to the defaults?`,resetAskHint:`The board follows the server's default policy again, and its changes. Screens play on under it at once.`,reset:`Reset`,policySaved:`Saved: version {n}`,policyReset:`The board follows the defaults`,own:`own policy`,defaults:`the defaults`,outOf:`{min} to {max}, whole`,badColor:`#rrggbb`,conflict:`Someone else has changed this policy`,conflictHint:`Version {n} was saved while you were editing. Nothing of yours was saved yet.`,field:`Field`,was:`Was`,theirs:`Theirs`,yours:`Yours`,takeTheirs:`Take theirs`,keepMine:`Go on with mine over theirs`,discard:`Discard changes`,discarded:`Your changes are gone`,changes:`{n} changes`,readOnly:`Changing a policy needs the scope admin. You see it read only.`,emptyPlay:`Nothing would play: no notice is active.`,slots:`{n} on the ribbon, {p} pinned`,merged:`Your changes stand over theirs. Look at them, then save.`,kind:`Kind`,transport:`Transport`,since:`Since`,cursor:`Cursor`,lag:`Lag`,shows:`Shows`,searchTerminals:`Filter terminals`,unnamed:`unnamed`,noTerminals:`Nobody is connected`,noTerminalsHint:`Open a board's page on a screen, or follow one from a program:`,behind:`{n} behind`,inStep:`in step`,terminalCount:`{n} connections`,laggingCount:`{n} lagging`,paused:`Paused while hidden`,every:`Every {n} s`,nothingOn:`nothing`,terminalsAdmin:`Who is connected is shown to tokens with the scope admin.`,rates:`Notices a second`,entries:`Entries a second`,latencies:`latency, ms`,byLevel:`By level`,byBoard:`By board`,lastMinutes:`The last {n} minutes, from what this page has seen itself`,puts:`puts`,deletes:`deletes`,policies:`policies`,others:`others`,p50:`p50`,p99:`p99`,storing:`accepted → stored`,delivering:`stored → delivered`,seeing:`accepted → seen here`,samples:`{n} samples`,noTraffic:`Nothing has come yet`,noTrafficHint:`Numbers begin with the first entry that arrives while this page is open.`,lookups:`Server stages: at most {n} notices a second are asked for.`,lookupsAdmin:`Server stages need the scope admin; what is seen here needs none.`,perSecond:`{n}/s`,following:`{n} boards followed`,loginTitle:`Log in`,loginHint:`This server has keys. It stays in this tab and is forgotten when you close it.`,byToken:`With a token`,byClient:`With a client secret`,token:`Token`,tokenHint:`An operator makes one: marquee token --sub NAME --scope SCOPE`,clientId:`Client id`,clientSecret:`Client secret`,enter:`Log in`,badToken:`That is no token: it is one long word of three parts, with a point between each two`,needed:`This is needed`,noLogin:`This server has no keys: nobody needs to log in.`,scope:`You may: {scope}`,openServer:`No keys: everyone may do everything`,ended:`The login is over. Log in again to go on.`,notTaken:`The server does not take this.`,e401:`You are not logged in, or the login is over.`,e403:`This login does not allow that.`,e404:`It is not there.`,e409:`It cannot be done as things are.`,e413:`It is too large.`,e422:`Some of it will not do.`,e429:`Too many requests. Wait a moment.`,e503:`The server cannot do it now.`,eNetwork:`The server cannot be reached.`,eOther:`That went wrong ({n}).`,loginAgain:`Log in as another`,keysTitle:`Keyboard`,keySearch:`Search`,keyBoards:`Boards`,keyTerminals:`Terminals`,keyTraffic:`Traffic`,keyNew:`Write a notice (on a board)`,keyPolicy:`Policy (on a board)`,keyTheme:`Next theme`,keyLanguage:`The other language`,keyHelp:`This list`,keyEscape:`Close what is open`,keysOn:`Single keys work`},zh:{title:`走马灯控制台`,brand:`控制台`,skip:`跳到正文`,nav:`视图`,boards:`屏幕`,terminals:`终端`,traffic:`流量`,board:`屏幕`,policy:`策略`,login:`登录`,logout:`退出`,help:`键盘`,theme:`主题`,themeAuto:`跟随系统`,themeDark:`深色`,themeLight:`浅色`,language:`语言`,close:`关闭`,cancel:`取消`,retry:`重试`,copy:`复制`,copied:`已复制`,undo:`撤销`,none:`无`,reference:`HTTP 接口`,loading:`正在加载`,now:`刚刚`,ago:`{t}前`,in:`{t}后`,boardsHint:`您可以看到的全部屏幕。勾选后即可在此观看。`,search:`搜索`,searchBoards:`搜索屏幕`,name:`名称`,active:`在播`,version:`版本`,lastChange:`最近变更`,watch:`观看`,watchBoard:`观看 {board}`,noBoards:`还没有屏幕`,noBoardsHint:`第一次写入即创建屏幕。向任意名称发布，它就会出现在这里以及所有跟随它的终端上：`,noMatch:`没有与“{q}”匹配的内容。`,watchNone:`在列表中勾选屏幕即可实时观看。`,watchMax:`最多同时观看 {n} 个屏幕。`,boardCount:`{n} 个屏幕`,newBoard:`按名称打开屏幕`,go:`前往`,badBoard:`1 到 63 个 a-z、0-9、'.'、'_'、'-'，首位为字母或数字`,live:`实时`,preview:`实时预览`,notices:`在播通知`,noNotices:`当前没有通知`,noNoticesHint:`在此发布的内容会立刻出现在该屏幕的所有终端上。也可在命令行中：`,level:`级别`,text:`文本`,tags:`标签`,key:`键`,left:`剩余`,started:`开始`,actions:`操作`,waiting:`{t}开始`,details:`详情`,replace:`替换`,retract:`撤回`,retracted:`已撤回：{text}`,restored:`已恢复：{text}`,searchNotices:`搜索通知`,count:`×{n}`,lifecycleOf:`通知 {id}`,publish:`发布`,publishTitle:`发布通知`,replaceTitle:`替换 {id}`,ttl:`有效期（秒）`,ttlHint:`留空：按策略 {n} 秒`,startsAt:`开始时间`,startsHint:`留空：立即`,link:`链接`,linkHint:`仅限 https`,html:`标记`,htmlHint:`b、i、u、s、code、a、span；屏幕只显示其文字`,tagsHint:`以逗号分隔`,keyHint:`相同键的新通知会替换在播的那一条`,idHint:`留空：由服务器生成`,id:`标识`,data:`数据`,dataHint:`JSON 对象`,more:`更多字段`,draft:`显示效果`,draftEmpty:`输入文本即可在此预览。`,scrolls:`滚动，{s} 秒穿过 {n} 格的屏幕`,pins:`置顶 {s} 秒`,cellCount:`{n} 格`,cleaned:`已移除控制字符，与服务器一致。`,published:`已发布：版本 {n}`,replaced:`已替换：版本 {n}`,folded:`已并入相同的通知：版本 {n}`,duplicate:`已存在，内容未变`,tooLong:`{n} 个字符，最多 {max}`,badData:`不是 JSON 对象`,badTtl:`1 到 2,592,000 的整数`,lifecycle:`生命周期`,stage:`阶段`,accepted:`已受理`,stored:`已落盘`,delivered:`已送达`,shown:`已显示`,deleted:`已删除`,expired:`已过期`,onTerminals:`{n} 个终端`,trace:`追踪标识`,revision:`修订`,lifecycleGone:`服务器已不记得该通知的经过：只保留最近 10,000 条，重启即清空。`,lifecycleAdmin:`查看生命周期需要 admin 权限。`,expiresAt:`到期`,content:`内容`,noticeGone:`该通知已不在播。`,speed:`速度`,speedHint:`格/秒`,gap:`间距`,gapHint:`格`,policyTtl:`有效期`,seconds:`秒`,maxActive:`在播上限`,maxActiveHint:`条`,foldMs:`合并窗口`,ms:`毫秒`,pinMin:`最短置顶`,pinQueue:`置顶队列`,breath:`间歇`,weight:`权重`,play:`方式`,hold:`停留（毫秒）`,color:`颜色`,scroll:`滚动`,pin:`置顶`,ribbon:`滚动带`,levels:`级别`,dryRun:`试播`,dryRunHint:`如果没有新内容，从现在起会播什么`,window:`时长`,minutes:`{n} 分钟`,presentPolicy:`当前`,proposedPolicy:`拟用`,unchanged:`与当前策略相同。`,savePolicy:`保存策略`,resetPolicy:`恢复默认`,resetAsk:`将 {board} 恢复为默认策略？`,resetAskHint:`该屏幕将重新跟随服务器的默认策略及其变更，各终端立即生效。`,reset:`恢复`,policySaved:`已保存：版本 {n}`,policyReset:`该屏幕已跟随默认策略`,own:`自有策略`,defaults:`默认策略`,outOf:`{min} 到 {max} 的整数`,badColor:`#rrggbb`,conflict:`他人已修改此策略`,conflictHint:`您编辑期间已保存版本 {n}。您的修改尚未保存。`,field:`字段`,was:`原值`,theirs:`对方`,yours:`您的`,takeTheirs:`采用对方的`,keepMine:`在其上保留我的修改`,discard:`放弃修改`,discarded:`您的修改已放弃`,changes:`{n} 处修改`,readOnly:`修改策略需要 admin 权限，目前为只读。`,emptyPlay:`没有在播通知，不会播出任何内容。`,slots:`滚动 {n} 次，置顶 {p} 次`,merged:`您的修改已置于其上。请检查后保存。`,kind:`类型`,transport:`传输`,since:`连接于`,cursor:`游标`,lag:`延迟`,shows:`正在显示`,searchTerminals:`筛选终端`,unnamed:`未命名`,noTerminals:`没有终端连接`,noTerminalsHint:`在屏幕上打开看板页面，或用程序跟随：`,behind:`落后 {n}`,inStep:`同步`,terminalCount:`{n} 个连接`,laggingCount:`{n} 个落后`,paused:`隐藏时暂停`,every:`每 {n} 秒`,nothingOn:`无内容`,terminalsAdmin:`查看已连接的终端需要 admin 权限。`,rates:`每秒通知数`,entries:`每秒条目数`,latencies:`延迟（毫秒）`,byLevel:`按级别`,byBoard:`按屏幕`,lastMinutes:`最近 {n} 分钟，由本页面自己所见`,puts:`写入`,deletes:`删除`,policies:`策略`,others:`其他`,p50:`p50`,p99:`p99`,storing:`受理 → 落盘`,delivering:`落盘 → 送达`,seeing:`受理 → 本页可见`,samples:`{n} 个样本`,noTraffic:`尚无流量`,noTrafficHint:`从本页打开后收到的第一条开始统计。`,lookups:`服务器各阶段：每秒最多查询 {n} 条通知。`,lookupsAdmin:`服务器各阶段需要 admin 权限；本页所见则不需要。`,perSecond:`{n}/秒`,following:`正在跟随 {n} 个屏幕`,loginTitle:`登录`,loginHint:`此服务器启用了密钥。登录仅保留在此标签页，关闭即忘。`,byToken:`使用令牌`,byClient:`使用客户端密钥`,token:`令牌`,tokenHint:`由管理员生成：marquee token --sub NAME --scope SCOPE`,clientId:`客户端标识`,clientSecret:`客户端密钥`,enter:`登录`,badToken:`这不是令牌：令牌是一长串字符，由两个点分为三段`,needed:`此项必填`,noLogin:`此服务器未启用密钥，无需登录。`,scope:`权限：{scope}`,openServer:`未启用密钥：任何人均可操作`,ended:`登录已失效，请重新登录。`,notTaken:`服务器不接受此凭据。`,e401:`尚未登录，或登录已失效。`,e403:`当前登录没有此权限。`,e404:`不存在。`,e409:`当前状态下无法执行。`,e413:`内容过大。`,e422:`部分内容不符合要求。`,e429:`请求过多，请稍候。`,e503:`服务器暂时无法处理。`,eNetwork:`无法连接服务器。`,eOther:`出错了（{n}）。`,loginAgain:`换一个身份登录`,keysTitle:`键盘`,keySearch:`搜索`,keyBoards:`屏幕`,keyTerminals:`终端`,keyTraffic:`流量`,keyNew:`写通知（在屏幕页）`,keyPolicy:`策略（在屏幕页）`,keyTheme:`下一个主题`,keyLanguage:`另一种语言`,keyHelp:`此列表`,keyEscape:`关闭已打开的内容`,keysOn:`启用单键`}};function Ls(e,t,n={}){return Is[e][t].replace(/\{(\w+)\}/g,(e,t)=>String(n[t]??e))}var Rs=`marquee:console`,zs=[`auto`,`dark`,`light`];function Bs(){try{let e=JSON.parse(localStorage.getItem(Rs)??`{}`);return typeof e==`object`&&e?e:{}}catch{return{}}}var Vs=new class extends EventTarget{#e;#t=matchMedia(`(prefers-color-scheme: light)`);constructor(){super();let{theme:e,language:t,watched:n,keys:r}=Bs();this.#e={theme:zs.find(t=>t===e)??`auto`,language:t===`en`||t===`zh`?t:navigator.language.startsWith(`zh`)?`zh`:`en`,watched:Array.isArray(n)?n.filter(e=>typeof e==`string`).slice(0,8):null,keys:r!==!1},this.#t.addEventListener(`change`,()=>this.#n()),this.#n()}get theme(){return this.#e.theme}get language(){return this.#e.language}get watched(){return this.#e.watched}get keys(){return this.#e.keys}get dark(){return this.theme===`auto`?!this.#t.matches:this.theme===`dark`}choose(e){this.#e={...this.#e,...e};try{localStorage.setItem(Rs,JSON.stringify(this.#e))}catch{}this.#n()}nextTheme(){this.choose({theme:zs[(zs.indexOf(this.theme)+1)%zs.length]??`auto`})}nextLanguage(){this.choose({language:this.language===`en`?`zh`:`en`})}#n(){let e=document.documentElement;e.classList.toggle(`wa-dark`,this.dark),e.classList.toggle(`wa-light`,!this.dark),e.lang=this.language===`zh`?`zh-CN`:`en`,this.dispatchEvent(new Event(`change`))}},Y=(e,t)=>Ls(Vs.language,e,t),Hs=/^[a-z0-9][a-z0-9._-]{0,62}$/;function Us(e){try{return decodeURIComponent(e)}catch{return``}}function Ws(e){let[t,n=``,r,i]=e.replace(/^#?\/?/,``).split(`/`).map(Us);return t===`terminals`||t===`traffic`||t===`login`?{view:t}:t===`boards`&&Hs.test(n)?r===`policy`?{view:`policy`,board:n}:r===`notices`&&i?{view:`board`,board:n,notice:i}:{view:`board`,board:n}:{view:`boards`}}function Gs(e){switch(e.view){case`board`:{let t=`#/boards/${encodeURIComponent(e.board)}`;return e.notice===void 0?t:`${t}/notices/${encodeURIComponent(e.notice)}`}case`policy`:return`#/boards/${encodeURIComponent(e.board)}/policy`;default:return`#/${e.view}`}}var Ks=e=>{location.hash=Gs(e)},qs=8e3,Js=4e3,Ys=5,Xs=class extends Ve{#e=[];createRenderRoot(){return this}say(e,t){let n={text:e,undo:t,timer:void 0};this.#n(n),this.#e.push(n);for(let e of this.#e.splice(0,this.#e.length-Ys))clearTimeout(e.timer);this.requestUpdate()}#t(e){clearTimeout(e.timer)}#n(e){clearTimeout(e.timer),e.timer=setTimeout(()=>this.#r(e),e.undo?qs:Js)}#r(e){clearTimeout(e.timer),this.#e=this.#e.filter(t=>t!==e),this.requestUpdate()}render(){return M`<div class="toasts" role="status" aria-live="polite">
      ${this.#e.map(e=>M`<div class="toast" @pointerenter=${()=>this.#t(e)} @pointerleave=${()=>this.#n(e)}
          @focusin=${()=>this.#t(e)} @focusout=${()=>this.#n(e)}>
          <span dir="auto">${e.text}</span>
          ${e.undo?M`<button type="button" @click=${()=>{this.#r(e),e.undo?.()}}>${Y(`undo`)}</button>`:N}
          <button type="button" class="plain" aria-label=${Y(`close`)} @click=${()=>this.#r(e)}>
            <wa-icon name="close" aria-hidden="true"></wa-icon>
          </button>
        </div>`)}
    </div>`}};customElements.define(`mq-toasts`,Xs);var Zs=(e,t)=>{document.querySelector(`mq-toasts`)?.say(e,t)},Qs=[[864e5,{en:` d`,zh:` 天`}],[36e5,{en:` h`,zh:` 小时`}],[6e4,{en:` min`,zh:` 分`}],[1e3,{en:` s`,zh:` 秒`}]],$s=1e3;function ec(e,t){let n=Math.max(0,Math.floor(e));for(let[e,[r,i]]of Qs.entries()){if(n<r&&r>1e3)continue;let a=Math.floor(n/r),o=Qs[e+1],s=o?Math.floor(n%r/o[0]):0,c=o&&s>0&&a<10&&r>1e3?` ${s}${o[1][t]}`:``;return`${a}${i[t]}${c}`}return`0${Qs[3][1][t]}`}function tc(e,t,n){let r=e-t;return Math.abs(r)<$s?Ls(n,`now`):Ls(n,r<0?`ago`:`in`,{t:ec(Math.abs(r),n)})}function nc(e){let t=new Date(e);return Number.isNaN(t.getTime())?`–`:`${t.toLocaleString(void 0,{hour12:!1})} · ${t.toISOString()}`}function rc(e){let t=new Date(e);if(Number.isNaN(t.getTime()))return`–`;let n=e=>String(e).padStart(2,`0`),r=String(t.getMilliseconds()).padStart(3,`0`);return`${n(t.getHours())}:${n(t.getMinutes())}:${n(t.getSeconds())}.${r}`}var ic=3e3;function ac(e,t){if(e.length===0)return null;let n=[...e].sort((e,t)=>e-t);return n[Math.max(0,Math.ceil(t/100*n.length)-1)]??null}var oc=class{#e=new Map;#t=new Set;others;constructor(e=`others`){this.others=e}add(e,t){this.#t.has(e)||(this.#t.size<8?this.#t.add(e):e=this.others);let n=Math.floor(t/1e3),r=this.#e.get(n)??new Map;r.set(e,(r.get(e)??0)+1),this.#e.set(n,r),this.forget(t)}forget(e){let t=Math.floor(e/1e3)-600;for(let e of this.#e.keys())e<=t&&this.#e.delete(e);for(;this.#e.size>600;)this.#e.delete(this.#e.keys().next().value)}get size(){return this.#e.size}get series(){let e=[...this.#e.values()].some(e=>e.has(this.others));return[...this.#t,...e&&!this.#t.has(this.others)?[this.others]:[]]}rate(e,t,n){let r=Math.floor(e/1e3),i=0;for(let e=r-t;e<r;e+=1){let t=this.#e.get(e);if(t){if(n!==void 0)i+=t.get(n)??0;else for(let e of t.values())i+=e}}return i/t}points(e,t,n){let r=Math.floor(e/1e3/t)*t,i=[],a=n.map(()=>[]);for(let e=r-600;e<r;e+=t){i.push(e+t);for(let[r,i]of n.entries())a[r]?.push(this.rate((e+t)*1e3,t,i))}return[i,...a]}},sc=class{#e=[];add(e,t){this.#e.push({at:t,value:e}),this.forget(t)}forget(e){let t=e-6e5,n=Math.max(0,this.#e.length-ic);for(;(this.#e[n]?.at??1/0)<t;)n+=1;this.#e.splice(0,n)}get size(){return this.#e.length}values(e,t=600){return this.#e.filter(({at:n})=>n>e-t*1e3&&n<=e).map(({value:e})=>e)}points(e,t,n){let r=Math.floor(e/1e3/t)*t,i=n.map(()=>[]);for(let e=r-600+t;e<=r;e+=t){let r=this.values(e*1e3,t);for(let[e,t]of n.entries())i[e]?.push(ac(r,t))}return i}},cc=64,lc=5e3,uc=25,dc=1e3,fc=1e3,pc=new class extends EventTarget{byLevel=new oc;byBoard=new oc;entries=new oc;storing=new sc;delivering=new sc;seeing=new sc;#e=null;#t=[];#n=[];#r=[];#i=new Set;#a=!1;#o=!1;#s=[];#c=[];get boards(){return this.#t}version(e){return this.#s.find(t=>t.board===e)?.version??null}get connected(){return this.#e?.connected??`offline`}now(){return this.#e?.connected===`live`?this.#e.serverTime():Os()}start(){this.#r.length>0||(this.look(),this.#r=[setInterval(()=>void this.look(),lc),setInterval(()=>void this.#p(),200)])}stop(){for(let e of this.#r)clearInterval(e);this.#r=[],this.#n=[],this.#u()}async look(){if(!this.#o){this.#o=!0;try{let{items:e}=await ks.boards();this.#s=e;let t=e.map(({board:e})=>e).filter(e=>J.can(`subscribe`,e)).slice(0,cc);if(this.#r.length===0||t.join()===this.#t.join())return;this.#u(),t.length>0&&this.#l(t)}catch(e){Ss(e).status===401&&this.stop()}finally{this.#o=!1}}}#l(e){this.#t=e;let t=ko({boards:e,terminal:`web`,token:J.fresh});this.#e=t;let n=()=>void this.dispatchEvent(new Event(`change`));this.#c=[t.on(`state`,n),t.on(`entry`,({entry:e})=>this.#d(e))],n()}#u(){for(let e of this.#c)e();this.#e?.close(),this.#e=null,this.#t=[]}#d(e){let t=this.now(),n=this.connected===`live`;this.entries.add(e.type,e.at),e.type===`put`&&(this.byLevel.add(e.notice.level,e.at),this.byBoard.add(e.board,e.at),n&&J.can(`admin`)&&this.#f(e.board,e.notice.id)),n&&this.seeing.add(Math.max(0,t-e.at),t),this.dispatchEvent(new CustomEvent(`entry`,{detail:e}))}#f(e,t){let n=`${e}\n${t}`;if(!(this.#n.length>=uc||this.#i.has(n))){this.#i.add(n);for(let e of this.#i)this.#i.size>dc&&this.#i.delete(e);this.#n.push({board:e,id:t,at:Date.now()})}}async#p(){let[e]=this.#n;if(!(this.#a||!e||Date.now()-e.at<fc)){this.#n.shift(),this.#a=!0;try{let{stages:t}=await ks.lifecycle(e.board,e.id),n=new Map(t.map(({stage:e,at:t})=>[e,Date.parse(t)])),[r,i,a]=[n.get(`accepted`),n.get(`stored`),n.get(`delivered`)],o=this.now();r!==void 0&&i!==void 0&&this.storing.add(Math.max(0,i-r),o),i!==void 0&&a!==void 0&&this.delivering.add(Math.max(0,a-i),o)}catch{}finally{this.#a=!1}}}},mc=1e3,hc=class extends Ve{#e;#t=()=>this.requestUpdate();createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),Vs.addEventListener(`change`,this.#t),J.addEventListener(`change`,this.#t),this.#e=setInterval(()=>{document.hidden||this.requestUpdate()},mc)}disconnectedCallback(){super.disconnectedCallback(),Vs.removeEventListener(`change`,this.#t),J.removeEventListener(`change`,this.#t),clearInterval(this.#e)}},gc=e=>M`<wa-icon name=${e} aria-hidden="true"></wa-icon>`,_c=e=>M`<time datetime=${new Date(e).toISOString()} title=${nc(e)}>${tc(e,pc.now(),Vs.language)}</time>`;function vc(e,t,n){let r=Ss(e),i=n===void 0&&(r.status===401||r.status===403);return M`<div class="callout failure" role="alert">
    ${gc(`warning`)}
    <div>
      <strong>${Y(n??r.word,{n:r.status})}</strong>
      ${r.message?M`<p>${r.message}</p>`:N}
      ${r.traceId?M`<p class="quiet mono">${r.traceId}</p>`:N}
    </div>
    <div class="acts">
      ${i?M`<a class="textual" href=${Gs({view:`login`})}>${Y(`loginAgain`)}</a>`:N}
      ${t?M`<wa-button size="s" appearance="outlined" @click=${t}>${Y(`retry`)}</wa-button>`:N}
    </div>
  </div>`}var yc=e=>M`<div class="waiting" role="status" aria-label=${Y(`loading`)}>
    ${Array.from({length:e},()=>M`<wa-skeleton effect="none"></wa-skeleton>`)}
  </div>`,bc=(e,t,n)=>M`<div class="empty">
    <strong>${e}</strong>
    <p>${t}</p>
    ${n===void 0?N:M`<div class="code">
          <pre tabindex="0" role="group" aria-label=${e}>${n}</pre>
          <wa-copy-button value=${n} copy-label=${Y(`copy`)} success-label=${Y(`copied`)}></wa-copy-button>
        </div>`}
  </div>`,xc=(e,t,n)=>M`<label class="search">
    ${gc(`search`)}<span class="unseen">${e}</span>
    <input type="search" data-search placeholder=${e} .value=${t} autocomplete="off" spellcheck="false"
      @input=${e=>n(e.target.value)} /><kbd aria-hidden="true">/</kbd>
  </label>`,Sc=(e,t)=>`curl -d '${t}' \\\n  -H 'Marquee-Level: info'${J.loggedIn?` \\
  -H "Authorization: Bearer $MARQUEE_TOKEN"`:``} \\\n  ${location.origin}/v1/boards/${e}`,Cc={},wc=St(class extends Ct{constructor(){super(...arguments),this.ot=Cc}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,t)=>e===this.ot[t]))return Te}else if(this.ot===t)return Te;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}}),Tc=2e3,Ec=2592e3,Dc={id:``,level:`INFO`,text:``,html:``,tags:``,key:``,ttl:``,startsAt:``,link:``,data:``},Oc=/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u000b\u000c\u202a-\u202e\u2066-\u2069\ufeff]/g,kc=/\r\n|[\r\n\t\u0085\u2028\u2029]/g,Ac=e=>e.replace(kc,` `).replace(Oc,``);function jc(e){let{body:t}=new DOMParser().parseFromString(e,`text/html`);for(let e of t.querySelectorAll(`script,style,template,noscript`))e.remove();for(let e of t.querySelectorAll(`br,p,div,li,h1,h2,h3,h4,h5,h6,tr,blockquote`))e.after(` `);return Ac(t.textContent??``).replace(/ +/g,` `).trim()}var Mc=e=>Uo(e).reduce((e,t)=>e+t.cells,0),Nc=e=>e.text.trim()?Ac(e.text):e.html.trim()?jc(e.html):``;function Pc(e){let t=new Map,n={level:e.level};e.id.trim()&&(n.id=e.id.trim()),e.text.trim()&&(n.text=e.text),e.html.trim()&&(n.html=e.html),n.text===void 0&&n.html===void 0&&t.set(`/text`,{word:`needed`});let r=[...Ac(e.text)].length;r>2e3&&t.set(`/text`,{word:`tooLong`,values:{n:r,max:Tc}});let i=e.tags.split(/[,，]/).map(e=>e.trim()).filter(Boolean);if(i.length>0&&(n.tags=i),e.key.trim()&&(n.key=e.key.trim()),e.link.trim()&&(n.link=e.link.trim()),e.ttl.trim()){let r=/^\d{1,7}$/.test(e.ttl.trim())?Number(e.ttl):0;r>=1&&r<=2592e3?n.ttl=r:t.set(`/ttl`,{word:`badTtl`})}if(e.startsAt){let t=new Date(e.startsAt);Number.isNaN(t.getTime())||(n.starts_at=t.toISOString())}if(e.data.trim())try{let t=JSON.parse(e.data);if(typeof t!=`object`||!t||Array.isArray(t))throw TypeError(`no object`);n.data=t}catch{t.set(`/data`,{word:`badData`})}return{draft:n,faults:t}}function Fc(e,t){let n=Date.parse(e.starts_at),r=n>t?n:t,i=Math.min(Ec,Math.max(1,Math.round((Date.parse(e.expires_at)-r)/1e3))),a={level:e.level,text:e.text,ttl:i};return e.html!==void 0&&(a.html=e.html),e.tags.length>0&&(a.tags=[...e.tags]),e.key!==void 0&&(a.key=e.key),e.link!==void 0&&(a.link=e.link),e.data!==void 0&&(a.data=e.data),n>t&&(a.starts_at=e.starts_at),a}function Ic(e,t){let n=Fc(e,t),r=e=>String(e).padStart(2,`0`);return{id:e.id,level:ua.includes(e.level)?e.level:`INFO`,text:e.text,html:e.html??``,tags:e.tags.join(`, `),key:e.key??``,ttl:String(n.ttl??``),startsAt:n.starts_at===void 0?``:(e=>{let t=new Date(e);return`${t.getFullYear()}-${r(t.getMonth()+1)}-${r(t.getDate())}T${r(t.getHours())}:${r(t.getMinutes())}`})(n.starts_at),link:e.link??``,data:e.data===void 0?``:JSON.stringify(e.data)}}var Lc=2e3,Rc={accepted:`accepted`,stored:`stored`,delivered:`delivered`,shown:`shown`,deleted:`deleted`,expired:`expired`},zc=class extends hc{static properties={board:{attribute:!1},notice:{attribute:!1},listed:{attribute:!1}};#e=null;#t=null;#n=null;#r;constructor(){super(),this.board=``,this.notice=null,this.listed=null}connectedCallback(){super.connectedCallback(),this.#r=setInterval(()=>{this.notice!==null&&!document.hidden&&this.#i()},Lc)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#r)}willUpdate(e){this.listed&&(this.#n=this.listed),e.has(`notice`)&&this.notice!==null&&(this.#n=this.listed,this.#e=null,this.#t=null,this.#i())}async#i(){let{board:e,notice:t}=this;if(t!==null&&J.can(`admin`)){try{let n=await ks.lifecycle(e,t);if(t!==this.notice)return;this.#e=n,this.#t=null}catch(e){t===this.notice&&(this.#t=e)}this.requestUpdate()}}render(){let{notice:e}=this;return M`<wa-drawer placement="end" light-dismiss label=${Y(`lifecycleOf`,{id:e??``})} ?open=${e!==null}
      @wa-hide=${e=>{e.target.localName===`wa-drawer`&&this.dispatchEvent(new CustomEvent(`mq-close`))}}>
      ${e===null?N:M`${this.#a()}${this.#o()}`}
    </wa-drawer>`}#a(){let e=this.#n;if(!e)return M`<p class="quiet">${Y(`noticeGone`)}</p>`;let t=(e,t)=>M`<div><dt>${e}</dt><dd>${t}</dd></div>`;return M`<p class="quote" dir="auto">${e.text}</p>
      <dl class="facts-list">
        ${t(Y(`level`),e.level)}
        ${e.key===void 0?N:t(Y(`key`),e.key)}
        ${e.tags.length===0?N:t(Y(`tags`),e.tags.map(e=>M`<span class="tag">${e}</span> `))}
        ${e.link===void 0?N:t(Y(`link`),Vc(e.link))}
        ${e.html===void 0?N:t(Y(`html`),M`<code>${e.html}</code>`)}
        ${e.data===void 0?N:t(Y(`data`),M`<code>${JSON.stringify(e.data)}</code>`)}
        ${t(Y(`started`),_c(Date.parse(e.starts_at)))}
        ${t(Y(`expiresAt`),_c(Date.parse(e.expires_at)))}
        ${t(Y(`revision`),M`${e.version}${e.rev===e.version?N:` → ${e.rev}`}`)}
        ${t(Y(`trace`),M`<span class="mono">${e.trace_id}</span>
          <wa-copy-button value=${e.trace_id} copy-label=${Y(`copy`)} success-label=${Y(`copied`)}></wa-copy-button>`)}
      </dl>`}#o(){return J.can(`admin`)?this.#t&&Ss(this.#t).status===404?M`<h3>${Y(`lifecycle`)}</h3><p class="quiet">${Y(`lifecycleGone`)}</p>`:M`<h3>${Y(`lifecycle`)}</h3>
      ${this.#t?vc(this.#t,()=>void this.#i()):N}
      ${this.#e?this.#s(this.#e.stages):this.#t?N:yc(3)}`:M`<h3>${Y(`lifecycle`)}</h3><p class="quiet">${Y(`lifecycleAdmin`)}</p>`}#s(e){return M`<ol class="stages">
      ${e.map((t,n)=>{let r=Date.parse(t.at),i=e[n-1],a=Rc[t.stage],o=[t.terminals===void 0?``:Y(`onTerminals`,{n:t.terminals}),t.reason??``].filter(Boolean).join(` · `);return M`<li data-stage=${t.stage}>
          <span class="stage">${a?Y(a):t.stage}${o?M`<span class="quiet"> · ${o}</span>`:N}</span>
          <time class="mono" datetime=${t.at} title=${nc(r)}>${rc(r)}</time>
          <span class="after mono">${i?`+${Bc(r-Date.parse(i.at))}`:``}</span>
        </li>`})}
    </ol>`}},Bc=e=>Math.abs(e)<1e4?`${e} ms`:`${(e/1e3).toFixed(1)} s`;function Vc(e){return/^https:\/\//i.test(e)?M`<a class="textual" href=${e} target="_blank" rel="noopener noreferrer nofollow">${e}</a>`:M`<span>${e}</span>`}customElements.define(`mq-lifecycle`,zc);var Hc=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},Uc=St(class extends Ct{constructor(e){if(super(e),e.type!==xt.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=un(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=H(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=H(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=H(i[d],a[m]),V(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=H(i[f],a[p]),V(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=Hc(o,p,m),u=Hc(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=V(e,i[d]);H(t,a[p]),c[p]=t}else c[p]=H(n,a[p]),V(e,i[d],n),i[t]=null;p++}else dn(i[f]),f--}else dn(i[d]),d++;for(;p<=m;){let t=V(e,c[m+1]);H(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&dn(e)}return this.ut=o,ln(e,c),Te}}),Wc=St(class extends Ct{constructor(e){if(super(e),e.type!==xt.ELEMENT)throw TypeError(`look stands at an element`)}render(e){return N}update(e,[t]){let{style:n}=e.element;for(let[e,r]of Object.entries(t))n.getPropertyValue(e)!==r&&n.setProperty(e,r);return N}}),Gc=class extends hc{static properties={board:{attribute:!1},notices:{attribute:!1},policy:{attribute:!1},may:{attribute:!1}};#e=``;constructor(){super(),this.board=``,this.notices=[],this.policy=null,this.may=!1}#t(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let e=pc.now(),t=this.notices.filter(({expires_at:t})=>Date.parse(t)>e),n=this.#e.trim().toLowerCase(),r=t.filter(e=>[e.text,e.id,e.key??``,e.level,...e.tags].some(e=>e.toLowerCase().includes(n)));return M`<div class="panel-head">
        <h2>${Y(`notices`)} <span class="count">${t.length}</span></h2>
        ${t.length>0?xc(Y(`searchNotices`),this.#e,e=>{this.#e=e,this.requestUpdate()}):N}
      </div>
      ${t.length===0?bc(Y(`noNotices`),Y(`noNoticesHint`),Sc(this.board,`hello, every screen`)):r.length===0?M`<p class="nothing">${Y(`noMatch`,{q:this.#e})}</p>`:M`<table class="cards notices">
              <thead><tr>
                <th>${Y(`level`)}</th><th>${Y(`text`)}</th><th>${Y(`key`)}</th>
                <th class="number">${Y(`started`)}</th><th class="number">${Y(`left`)}</th><th class="number">${Y(`actions`)}</th>
              </tr></thead>
              <tbody>${Uc(r,({id:e})=>e,t=>this.#n(t,e))}</tbody>
            </table>`}`}#n(e,t){let n=Date.parse(e.starts_at),r=Date.parse(e.expires_at),i=Math.max(0,Math.min(1,(r-t)/Math.max(1,r-n))),a=this.policy?.levels[e.level].color??`transparent`,o=e.text.slice(0,80);return M`<tr>
      <td class="level" data-label=${Y(`level`)}><span class="chip" ${Wc({"--level":a})}></span>${e.level}</td>
      <td class="words" data-label=${Y(`text`)}>
        <a class="text" dir="auto" href=${Gs({view:`board`,board:this.board,notice:e.id})}>${e.text}</a>
        ${e.count>1?M`<span class="times">${Y(`count`,{n:e.count})}</span>`:N}
        ${e.tags.length>0?M`<span class="tags">${e.tags.map(e=>M`<span class="tag">${e}</span>`)}</span>`:N}
      </td>
      <td class="quiet key" data-label=${Y(`key`)}>${e.key??M`<span aria-hidden="true">–</span>`}</td>
      <td class="number" data-label=${Y(`started`)}>${n>t?M`<span class="soon">${_c(n)}</span>`:_c(n)}</td>
      <td class="number" data-label=${Y(`left`)}>
        <time datetime=${e.expires_at}
          title=${`${nc(r)} · ${tc(r,t,Vs.language)}`}>${ec(r-t,Vs.language)}</time>
        <span class="life" aria-hidden="true"><span ${Wc({"inline-size":`${(i*100).toFixed(1)}%`})}></span></span>
      </td>
      <td class="number acts">
        <a class="act" href=${Gs({view:`board`,board:this.board,notice:e.id})} title=${Y(`details`)}
          aria-label=${`${Y(`details`)}: ${o}`}>${gc(`details`)}</a>
        ${this.may?M`<button type="button" class="act" title=${Y(`replace`)} aria-label=${`${Y(`replace`)}: ${o}`}
                @click=${()=>this.#t(`mq-replace`,e)}>${gc(`edit`)}</button>
              <button type="button" class="act danger" title=${Y(`retract`)} aria-label=${`${Y(`retract`)}: ${o}`}
                @click=${()=>this.#t(`mq-retract`,e)}>${gc(`retract`)}</button>`:N}
      </td>
    </tr>`}};customElements.define(`mq-notices`,Gc);var Kc=80,qc={"/id":`id`,"/level":`level`,"/text":`text`,"/html":`html`,"/tags":`tags`,"/key":`key`,"/ttl":`ttl`,"/starts_at":`startsAt`,"/link":`link`,"/data":`data`},Jc=null,Yc=()=>[...crypto.getRandomValues(new Uint8Array(12))].map(e=>e.toString(16).padStart(2,`0`)).join(``),Xc=class extends hc{static properties={board:{attribute:!1},policy:{attribute:!1}};#e={...Dc};#t=null;#n=new Map;#r=null;#i=!1;#a=!1;#o=null;constructor(){super(),this.board=``,this.policy=null}disconnectedCallback(){super.disconnectedCallback(),this.#s(this.board)}willUpdate(e){if(!e.has(`board`))return;let t=e.get(`board`);t&&(this.#s(t),this.#c()),Jc?.board===this.board&&(this.#e=Jc.fields,this.#t=Jc.editing)}#s(e){let{level:t,...n}=this.#e;Object.values(n).some(e=>e!==``)?Jc={board:e,fields:this.#e,editing:this.#t}:Jc?.board===e&&(Jc=null)}edit(e){this.#e=Ic(e,pc.now()),this.#t=e.id,this.#n=new Map,this.#r=null,this.#a=[`html`,`startsAt`,`link`,`data`].some(e=>this.#e[e]!==``),this.requestUpdate(),this.updateComplete.then(()=>{this.scrollIntoView({block:`nearest`}),this.querySelector(`[data-new]`)?.focus()})}#c(){this.#e={...Dc,level:this.#e.level},this.#t=null,this.#n=new Map,this.#r=null,this.#o=null,this.requestUpdate()}#l(e,t){this.#e={...this.#e,[e]:t},this.#o=null,this.#n.delete(e),this.requestUpdate()}async#u(){if(this.#i)return;let{draft:e,faults:t}=Pc(this.#e);if(this.#r=null,this.#n=new Map([...t].map(([e,{word:t,values:n}])=>[qc[e]??`text`,Y(t,n)])),t.size>0)this.#f();else{this.#i=!0,this.requestUpdate();try{let{id:t,...n}=e;this.#o??=Yc();let r=this.#t===null?await ks.publish({...n,id:e.id??this.#o,board:this.board}):await ks.put(this.board,this.#t,n);Zs(r.status===`accepted`?Y(`published`,{n:r.version}):Y(r.status,{n:r.version})),this.#c(),this.dispatchEvent(new CustomEvent(`mq-published`))}catch(e){this.#d(Ss(e))}finally{this.#i=!1,this.requestUpdate()}}}#d(e){let t=0;for(let{pointer:n,detail:r}of e.errors){let e=qc[`/${n.split(`/`)[1]??``}`];e!==void 0&&(this.#n.set(e,r),t+=1)}this.#r=t>0&&t===e.errors.length?null:e,this.#f()}#f(){[`html`,`startsAt`,`link`,`data`,`id`].some(e=>this.#n.has(e))&&(this.#a=!0),this.requestUpdate(),this.updateComplete.then(()=>this.querySelector(`[data-fault]`)?.focus())}render(){let e=this.#e,t=this.#t;return M`<section class="panel publish" aria-labelledby="publish-title">
      <div class="panel-head"><h2 id="publish-title">${t===null?Y(`publishTitle`):Y(`replaceTitle`,{id:t})}</h2></div>
      <form novalidate autocomplete="off" @submit=${e=>{e.preventDefault(),this.#u()}} @keydown=${e=>{e.key===`Enter`&&(e.ctrlKey||e.metaKey)&&this.#u(),e.key===`Escape`&&t!==null&&this.#c()}}>
        ${this.#p(e.level)}
        <wa-textarea data-new size="s" rows="2" resize="auto" label=${Y(`text`)} dir="auto" .value=${e.text}
          hint=${this.#n.get(`text`)??``}
          ?data-fault=${this.#n.has(`text`)}
          @input=${e=>this.#l(`text`,e.target.value)}></wa-textarea>
        ${this.#h()}
        <div class="pair">
          ${this.#m(`tags`,Y(`tags`),Y(`tagsHint`))}
          ${this.#m(`ttl`,Y(`ttl`),Y(`ttlHint`,{n:this.policy?.ttl??600}),`numeric`)}
        </div>
        ${this.#m(`key`,Y(`key`),Y(`keyHint`))}
        <details class="more" ?open=${this.#a} @toggle=${e=>{this.#a=e.target.open}}>
          <summary>${Y(`more`)}</summary>
          <div class="pair">
            ${this.#m(`startsAt`,Y(`startsAt`),Y(`startsHint`),`datetime-local`)}
            ${t===null?this.#m(`id`,Y(`id`),Y(`idHint`)):N}
          </div>
          ${this.#m(`link`,Y(`link`),Y(`linkHint`))}
          ${this.#m(`html`,Y(`html`),Y(`htmlHint`))}
          ${this.#m(`data`,Y(`data`),Y(`dataHint`))}
        </details>
        ${this.#r?vc(this.#r):N}
        <div class="buttons">
          <wa-button type="submit" size="s" variant="brand" ?loading=${this.#i}>${Y(t===null?`publish`:`replace`)}</wa-button>
          ${t===null?N:M`<wa-button size="s" appearance="plain" @click=${()=>this.#c()}>${Y(`cancel`)}</wa-button>`}
          <span class="quiet"><kbd>Ctrl</kbd> <kbd>⏎</kbd></span>
        </div>
      </form>
    </section>`}#p(e){return M`<fieldset class="levels"><legend class="unseen">${Y(`level`)}</legend>
      ${ua.map(t=>M`<label><input type="radio" name="level" value=${t} .checked=${t===e}
            @change=${()=>this.#l(`level`,t)} />
          <span><span class="chip" ${Wc({"--level":this.policy?.levels[t].color??`transparent`})}></span>${t}</span></label>`)}
    </fieldset>
    ${this.#n.has(`level`)?M`<p class="fault" role="alert">${this.#n.get(`level`)}</p>`:N}`}#m(e,t,n,r=`text`){let i=this.#n.get(e);return M`<wa-input size="s" data-field=${e} label=${t} type=${r===`datetime-local`?r:`text`}
      inputmode=${r===`numeric`?r:`text`}
      .value=${this.#e[e]} hint=${i??n} ?data-fault=${i!==void 0} autocapitalize="off" spellcheck="false"
      @input=${t=>this.#l(e,t.target.value)}></wa-input>`}#h(){let{text:e,level:t}=this.#e,n=Nc(this.#e),r=this.policy?.levels[t],i=r?.play===`pin`&&r.hold_ms>0,a=Mc(n),o=i?Y(`pins`,{s:r.hold_ms/1e3}):Y(`scrolls`,{s:Math.round((Kc+a)/(this.policy?.speed??12)),n:Kc}),s=e!==``&&Ac(e)!==e.replaceAll(`
`,` `).replaceAll(`	`,` `);return M`<div class="drawn">
      <p class="caption">${Y(`draft`)}</p>
      <div class="glass" data-play=${i?`pin`:`scroll`} ${Wc({"--level":r?.color??`#e8eaed`})}>
        ${n?M`<span class="ink" dir="auto">${n}</span>`:M`<span class="ghost">${Y(`draftEmpty`)}</span>`}
      </div>
      <p class="caption">${n?M`${Y(`cellCount`,{n:a})} · ${o}`:`\xA0`}${s?M`<br />${Y(`cleaned`)}`:N}</p>
    </div>`}};customElements.define(`mq-publish`,Xc);var Zc=300,Qc=5e3,$c=40,el=e=>[...e].length>$c?`${[...e].slice(0,$c).join(``)}…`:e,tl=class extends hc{static properties={board:{attribute:!1},notice:{attribute:!1}};#e=null;#t=null;#n=null;#r=null;#i=null;#a=null;#o;#s;#c=new AbortController;constructor(){super(),this.board=``,this.notice=null}connectedCallback(){super.connectedCallback(),this.addEventListener(`marquee-entry`,this.#l),this.#o=setInterval(()=>{document.hidden||this.#u()},Qc)}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`marquee-entry`,this.#l),clearInterval(this.#o),clearTimeout(this.#s),this.#s=void 0,this.#c.abort()}willUpdate(e){e.has(`board`)&&(this.#e=this.#t=this.#n=this.#r=this.#i=this.#a=null,this.#c.abort(),this.#c=new AbortController,this.#u(),this.#d())}#l=({detail:{entry:e}})=>{this.#i=e.version,this.#a=e.at,e.type===`policy`&&(this.#t=e.policy),this.#s??=setTimeout(()=>{this.#s=void 0,this.#u()},Zc)};async#u(){let{board:e}=this,{signal:t}=this.#c;try{let n=await ks.notices(e,t);if(t.aborted)return;if(this.#e=n,this.#n=null,this.#a===null&&J.can(`subscribe`,e)){let{at:n,cursor:r}=await ks.now(e).then(async t=>({cursor:t.cursor,at:await ks.lastChange(e)}));if(t.aborted)return;this.#a=r===null?null:n}}catch(e){t.aborted||(this.#n=e)}this.requestUpdate()}async#d(){if(!J.can(`subscribe`,this.board))return;let{board:e}=this,t=await ks.policy(e).catch(()=>null);e===this.board&&t&&(this.#t=t.body.policy,this.requestUpdate())}async#f(e){let{board:t}=this,n=Fc(e,pc.now());this.#r=null;try{await ks.retract(t,e.id),Zs(Y(`retracted`,{text:el(e.text)}),()=>void this.#p(t,e,n))}catch(e){Ss(e).status!==404&&(this.#r=e)}this.#u()}async#p(e,t,n){try{await ks.put(e,t.id,n),Zs(Y(`restored`,{text:el(t.text)}))}catch(e){this.#r=e}this.#u()}render(){let{board:e}=this,t={publish:J.can(`publish`,e),subscribe:J.can(`subscribe`,e)},n=this.#i??pc.version(e);return M`<div class="page">
      ${nl(e,`board`,M`<span class="facts">
        <span>${Y(`active`)} <strong>${this.#e?.length??`–`}</strong></span>
        ${n===null?N:M`<span>${Y(`version`)} <strong>${n}</strong></span>`}
        ${this.#a===null?N:M`<span>${Y(`lastChange`)} <strong>${_c(this.#a)}</strong></span>`}
      </span>`)}
      ${t.subscribe?M`<figure class="wall large"><figcaption class="unseen">${Y(`preview`)}</figcaption>
            <marquee-board board=${e} .token=${wc([J.fresh],()=>J.fresh)} lang=${Vs.language}></marquee-board></figure>`:N}
      ${this.#r?vc(this.#r):N}
      <div class="split board ${t.publish?``:`single`}">
        <section class="panel">
          ${this.#n?vc(this.#n,()=>void this.#u()):N}
          ${this.#e===null?this.#n?N:yc(5):M`<mq-notices .board=${e} .notices=${this.#e} .policy=${this.#t} .may=${t.publish}
                @mq-retract=${e=>void this.#f(e.detail)}
                @mq-replace=${e=>this.#m?.edit(e.detail)}></mq-notices>`}
        </section>
        ${t.publish?M`<mq-publish .board=${e} .policy=${this.#t} @mq-published=${()=>void this.#u()}></mq-publish>`:N}
      </div>
      <mq-lifecycle .board=${e} .notice=${this.notice} .listed=${this.#e?.find(({id:e})=>e===this.notice)??null}
        @mq-close=${()=>{this.notice!==null&&Ks({view:`board`,board:e})}}></mq-lifecycle>
    </div>`}get#m(){return this.querySelector(`mq-publish`)}};function nl(e,t,n){let r=n=>M`<a href=${Gs({view:n,board:e})} aria-current=${n===t?`page`:N}>${Y(n===`board`?`live`:`policy`)}</a>`;return M`<div class="head">
    <div>
      <p class="trail"><a href=${Gs({view:`boards`})}>${Y(`boards`)}</a></p>
      <h1>${e}</h1>
    </div>
    <nav class="tabs" aria-label=${e}>${r(`board`)}${r(`policy`)}</nav>
    ${n}
  </div>`}customElements.define(`mq-board`,tl);var rl=3e3,il=3,al=200,ol=20,sl=class extends hc{#e=null;#t=null;#n=``;#r=``;#i=!1;#a=new Map;#o;#s=!1;connectedCallback(){super.connectedCallback(),this.#c(),this.#o=setInterval(()=>{document.hidden||this.#c()},rl)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#o)}async#c(){if(!this.#s){this.#s=!0;try{this.#e=(await ks.boards()).items,this.#t=null,this.requestUpdate(),await this.#l(this.#e)}catch(e){this.#t=e}finally{this.#s=!1,this.requestUpdate()}}}async#l(e){for(let t of this.#a.keys())e.some(({board:e})=>e===t)||this.#a.delete(t);let t=e.slice(0,al).filter(({board:e,version:t})=>J.can(`subscribe`,e)&&this.#a.get(e)?.version!==t);for(let{board:e,version:n}of t.slice(0,ol)){let t=await ks.lastChange(e).catch(()=>null);this.#a.set(e,{version:n,at:t})}}get#u(){let e=this.#e??[],t=e.filter(({board:e})=>J.can(`subscribe`,e)).map(({board:e})=>e);return Vs.watched?Vs.watched.filter(e=>t.includes(e)):[...e].sort((e,t)=>t.active-e.active).map(({board:e})=>e).filter(e=>t.includes(e)).slice(0,il)}#d(e,t){let n=this.#u.filter(t=>t!==e);Vs.choose({watched:t?[...n,e].slice(-8):n})}render(){let e=this.#e;return M`<div class="page">
      <div class="head">
        <div><h1>${Y(`boards`)}</h1><p class="quiet">${Y(`boardsHint`)}</p></div>
        ${e&&e.length>0?xc(Y(`searchBoards`),this.#n,e=>{this.#n=e,this.requestUpdate()}):N}
      </div>
      ${this.#t?vc(this.#t,()=>void this.#c()):N}
      ${e===null?this.#t?N:yc(6):e.length===0?this.#f():this.#p(e)}
    </div>`}#f(){return M`<section class="panel">${bc(Y(`noBoards`),Y(`noBoardsHint`),Sc(`main`,`hello, every screen`))}</section>
      ${this.#g()}`}#p(e){let t=this.#n.trim().toLowerCase(),n=e.filter(({board:e})=>e.includes(t)).slice(0,al),r=this.#u;return M`<div class="split boards">
      <section class="panel">
        ${n.length===0?M`<p class="nothing">${Y(`noMatch`,{q:this.#n})}</p>`:M`<div class="scroll" tabindex="0" role="region" aria-label=${Y(`boards`)}><table>
              <thead><tr>
                <th class="tick"><span class="unseen">${Y(`watch`)}</span></th><th>${Y(`name`)}</th>
                <th class="number">${Y(`active`)}</th><th class="number">${Y(`version`)}</th><th class="number">${Y(`lastChange`)}</th>
              </tr></thead>
              <tbody>${Uc(n,({board:e})=>e,e=>this.#m(e,r))}</tbody>
            </table></div>`}
        <p class="table-foot quiet">${Y(`boardCount`,{n:e.length})}</p>
        ${this.#g()}
      </section>
      <section class="watching" aria-label=${Y(`preview`)}>
        ${r.length===0?M`<p class="nothing panel">${Y(`watchNone`)}</p>`:N}
        ${Uc(r,e=>e,e=>this.#h(e))}
        ${r.length>=8?M`<p class="quiet">${Y(`watchMax`,{n:8})}</p>`:N}
      </section>
    </div>`}#m({board:e,active:t,version:n},r){let i=r.includes(e),a=this.#a.get(e)?.at??null;return M`<tr>
      <td class="tick"><input type="checkbox" aria-label=${Y(`watchBoard`,{board:e})} .checked=${i}
        ?disabled=${!i&&r.length>=8||!J.can(`subscribe`,e)}
        @change=${t=>this.#d(e,t.target.checked)} /></td>
      <td class="name"><a href=${Gs({view:`board`,board:e})}>${e}</a></td>
      <td class="number ${t===0?`quiet`:``}">${t}</td>
      <td class="number quiet">${n}</td>
      <td class="number">${a===null?M`<span class="quiet">–</span>`:_c(a)}</td>
    </tr>`}#h(e){return M`<figure class="wall">
      <figcaption><a href=${Gs({view:`board`,board:e})}>${e}</a>
        <a class="textual quiet" href=${Gs({view:`policy`,board:e})}>${Y(`policy`)}</a></figcaption>
      <marquee-board board=${e} .token=${wc([J.fresh],()=>J.fresh)} lang=${Vs.language}></marquee-board>
    </figure>`}#g(){return M`<form class="by-name" novalidate @submit=${e=>{e.preventDefault();let t=this.#r.trim();this.#i=!Hs.test(t),this.#i?this.requestUpdate():Ks({view:`board`,board:t})}}>
      <wa-input size="s" label=${Y(`newBoard`)} placeholder="lobby" autocapitalize="off" .value=${this.#r}
        hint=${this.#i?Y(`badBoard`):``}
        ?data-fault=${this.#i} @input=${e=>{this.#r=e.target.value,this.#i=!1}}></wa-input>
      <wa-button size="s" type="submit" appearance="outlined">${Y(`go`)}</wa-button>
    </form>`}};customElements.define(`mq-boards`,sl);var cl=class extends hc{#e=`token`;#t=null;#n=null;#r=!1;firstUpdated(){J.loggedIn||ks.boards().catch(()=>void 0)}#i(e){return this.querySelector(`wa-input[name=${e}]`)?.value.trim()??``}#a(){for(let e of this.querySelectorAll(`wa-input`))e.value=``}async#o(){if(!this.#r){if(this.#n=null,this.#t=null,this.#e===`token`){let e=ps(this.#i(`token`));e===void 0?this.#t=Y(`badToken`):(this.#a(),await this.#s(()=>ks.takeToken(e)))}else{let[e,t]=[this.#i(`client`),this.#i(`secret`)];!e||!t?this.#t=Y(`needed`):await this.#s(()=>ks.logIn(e,t))}this.requestUpdate(),this.#t!==null&&this.updateComplete.then(()=>this.querySelector(`[data-fault]`)?.focus())}}async#s(e){this.#r=!0,this.requestUpdate();try{await e(),this.#a()}catch(e){this.#n=Ss(e)}finally{this.#r=!1}}render(){return M`<div class="page login">
      <section class="panel" aria-labelledby="login-title">
        <h1 id="login-title">${Y(`loginTitle`)}</h1>
        ${J.open?M`<p>${Y(`noLogin`)} <a class="textual" href=${Gs({view:`boards`})}>${Y(`boards`)}</a></p>`:this.#c()}
      </section>
    </div>`}#c(){return M`<p class="quiet">${Y(`loginHint`)}</p>
      ${J.why===`ended`&&!this.#n?M`<p class="callout" role="alert">${Y(`ended`)}</p>`:N}
      <fieldset class="segments"><legend class="unseen">${Y(`loginTitle`)}</legend>
        ${[`token`,`client`].map(e=>M`<label><input type="radio" name="by" .checked=${e===this.#e} @change=${()=>{this.#e=e,this.#t=this.#n=null,this.requestUpdate()}} /><span>${Y(e===`token`?`byToken`:`byClient`)}</span></label>`)}
      </fieldset>
      <form novalidate autocomplete="off" @submit=${e=>{e.preventDefault(),this.#o()}}>
        ${this.#e===`token`?M`<wa-input name="token" type="password" label=${Y(`token`)} autocomplete="off" autocapitalize="off" spellcheck="false"
              hint=${this.#t??Y(`tokenHint`)} ?data-fault=${this.#t!==null}></wa-input>`:M`<wa-input name="client" label=${Y(`clientId`)} autocomplete="off" autocapitalize="off" spellcheck="false"
                ?data-fault=${this.#t!==null}></wa-input>
              <wa-input name="secret" type="password" label=${Y(`clientSecret`)} autocomplete="off" hint=${this.#t??``}
                ?data-fault=${this.#t!==null}></wa-input>`}
        ${this.#n?vc(this.#n,void 0,Ss(this.#n).status===401?`notTaken`:void 0):N}
        <div class="buttons"><wa-button type="submit" variant="brand" ?loading=${this.#r}>${Y(`enter`)}</wa-button></div>
      </form>`}};customElements.define(`mq-login`,cl);var ll=[{pointer:`/speed`,label:`speed`,hint:`speedHint`,min:1,max:200},{pointer:`/gap`,label:`gap`,hint:`gapHint`,min:0,max:200},{pointer:`/ttl`,label:`policyTtl`,hint:`seconds`,min:1,max:2592e3},{pointer:`/max_active`,label:`maxActive`,hint:`maxActiveHint`,min:1,max:1e3},{pointer:`/fold_ms`,label:`foldMs`,hint:`ms`,min:0,max:864e5},{pointer:`/pin_min_ms`,label:`pinMin`,hint:`ms`,min:0,max:6e4},{pointer:`/pin_queue`,label:`pinQueue`,hint:`maxActiveHint`,min:0,max:16},{pointer:`/breath_ms`,label:`breath`,hint:`ms`,min:0,max:6e4}],ul={min:1,max:100},dl={min:0,max:36e5},fl=[`weight`,`play`,`hold_ms`,`color`],pl=[...ll.map(({pointer:e})=>e),...ua.flatMap(e=>fl.map(t=>`/levels/${e}/${t}`))];function ml(e,t){let n=e;for(let e of t.slice(1).split(`/`))n=n?.[e];return n}var hl=e=>Object.fromEntries(pl.map(t=>[t,String(ml(e,t)??``)]));function gl(e){return e.endsWith(`/weight`)?ul:e.endsWith(`/hold_ms`)?dl:ll.find(({pointer:t})=>t===e)??null}function _l(e){let t=new Map;for(let n of pl){let r=(e[n]??``).trim(),i=gl(n);if(i){let e=/^\d{1,10}$/.test(r)?Number(r):NaN;e>=i.min&&e<=i.max||t.set(n,{min:i.min,max:i.max})}else n.endsWith(`/color`)&&!/^#[0-9a-f]{6}$/i.test(r)&&t.set(n,`color`)}return t}function vl(e){let t={levels:Object.fromEntries(ua.map(e=>[e,{}]))};for(let n of pl){let r=n.slice(1).split(`/`),i=r.pop()??``,a=r.reduce((e,t)=>e[t],t),o=(e[n]??``).trim();a[i]=gl(n)?Number(o):o}return t}var yl=(e,t)=>pl.filter(n=>(e[n]??``).trim()!==(t[n]??``).trim());function bl(e,t,n){let r={...t};for(let t of yl(e,n))r[t]=n[t]??``;return r}var xl=1e3,Sl=64,Cl={y:4,height:24},wl={y:32,height:20},Tl=5,El=.7;function Dl(e,t,n){let r=Math.min(t.from+5e3,...[e.slots[0]?.from,e.pins[0]?.from].filter(e=>e!==void 0)),i=e=>Math.max(0,Math.min(xl,(e-r)/t.for*xl)),a=(e,{y:t,height:r})=>{let a=i(e.from),{text:o,color:s}=n(e.id),c=((e.until-e.from)/1e3).toFixed(1);return we`<rect x=${a.toFixed(2)} y=${t} height=${r}
      width=${Math.max(El,i(e.until)-a-.6).toFixed(2)} rx="1" fill=${s}>
      <title>${`${o} · ${c} s`}</title></rect>`},o=Array.from({length:6},(e,t)=>t/Tl);return M`<div class="plan"><svg viewBox=${`0 0 ${xl} ${Sl}`} preserveAspectRatio="none" aria-hidden="true">
      ${o.map(e=>we`<line x1=${e*xl} x2=${e*xl} y1="0" y2=${Sl} />`)}
      ${e.slots.map(e=>a(e,wl))}
      ${e.pins.map(e=>a(e,Cl))}
    </svg>
    <p class="marks" aria-hidden="true">${o.map(e=>M`<span>${Ol(e*t.for)}</span>`)}</p></div>`}var Ol=e=>{let t=Math.round(e/1e3);return`${Math.floor(t/60)}:${String(t%60).padStart(2,`0`)}`},kl=e=>e.target.value;function Al(e,t,n,r,i){let a=new Set(yl(t,e));return M`<h2>${Y(`ribbon`)}</h2>
    <div class="numbers">
      ${ll.map(({pointer:t,label:o,hint:s,min:c,max:l})=>{let u=n(t);return M`<wa-input size="s" inputmode="numeric" data-place=${t} label=${Y(o)} .value=${e[t]??``} ?disabled=${r}
          ?data-fault=${u!==void 0} ?data-touched=${a.has(t)}
          hint=${u??`${Y(s)} · ${c}–${l.toLocaleString(`en`)}`}
          @input=${e=>i(t,kl(e))}></wa-input>`})}
    </div>
    <h2>${Y(`levels`)}</h2>
    <table class="cards level-table">
      <thead><tr><th>${Y(`level`)}</th><th>${Y(`weight`)}</th><th>${Y(`play`)}</th><th>${Y(`hold`)}</th><th>${Y(`color`)}</th></tr></thead>
      <tbody>${ua.map(t=>{let o=e=>`/levels/${t}/${e}`;return M`<tr>
          <th scope="row">${t}</th>
          <td data-label=${Y(`weight`)}>${jl(o(`weight`),`${t}: ${Y(`weight`)}`,e,n,a,r,i)}</td>
          <td data-label=${Y(`play`)}>
            <select aria-label=${`${t}: ${Y(`play`)}`} ?disabled=${r} ?data-touched=${a.has(o(`play`))}
              @change=${e=>i(o(`play`),kl(e))}>
              ${[`scroll`,`pin`].map(t=>M`<option value=${t} .selected=${e[o(`play`)]===t}>${Y(t)}</option>`)}
            </select>
          </td>
          <td data-label=${Y(`hold`)}>${jl(o(`hold_ms`),`${t}: ${Y(`hold`)}`,e,n,a,r,i)}</td>
          <td data-label=${Y(`color`)}><span class="color">
            <input type="color" aria-label=${`${t}: ${Y(`color`)}`} .value=${e[o(`color`)]??`#000000`} ?disabled=${r}
              @input=${e=>i(o(`color`),kl(e))} />
            ${jl(o(`color`),`${t}: ${Y(`color`)} #`,e,n,a,r,i)}
          </span></td>
        </tr>`})}</tbody>
    </table>`}function jl(e,t,n,r,i,a,o){let s=r(e),c=`fault${e.replaceAll(`/`,`-`)}`;return M`<span class="cell"><input type="text" inputmode=${gl(e)?`numeric`:`text`} aria-label=${t}
      .value=${n[e]??``} ?disabled=${a}
      spellcheck="false" aria-invalid=${s===void 0?`false`:`true`} aria-describedby=${s===void 0?N:c}
      ?data-touched=${i.has(e)} @input=${t=>o(e,kl(t))} />
    ${s===void 0?N:M`<span class="fault" id=${c}>${s}</span>`}</span>`}var Ml=(e,t)=>e===t?M`<span class="quiet">${t}</span>`:M`<strong>${t}</strong>`;function Nl(e,t,n){let r=[...new Set([...yl(e,t),...yl(e,n)])];return M`<table class="cards"><thead><tr><th>${Y(`field`)}</th><th>${Y(`was`)}</th><th>${Y(`theirs`)}</th><th>${Y(`yours`)}</th></tr></thead>
    <tbody>${r.map(r=>M`<tr data-both=${t[r]!==e[r]&&n[r]!==e[r]&&t[r]!==n[r]?`yes`:N}>
        <td class="mono" data-label=${Y(`field`)}>${r.slice(1).replaceAll(`/`,` · `)}</td>
        <td class="mono quiet" data-label=${Y(`was`)}>${e[r]}</td>
        <td class="mono" data-label=${Y(`theirs`)}>${Ml(e[r],t[r])}</td>
        <td class="mono" data-label=${Y(`yours`)}>${Ml(e[r],n[r])}</td>
      </tr>`)}</tbody></table>`}var Pl=400,Fl=[1,5,15],Il=2e3,Ll=null,Rl=class extends hc{static properties={board:{attribute:!1}};#e=null;#t={};#n={};#r=null;#i=new Map;#a=null;#o=null;#s=!1;#c=!1;#l=!1;#u=Fl[1];#d=null;#f=null;#p=new Map;#m;#h=0;constructor(){super(),this.board=``}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#m),this.#h+=1,this.#g(this.board)}#g(e){this.#e!==null&&yl(this.#t,this.#n).length>0?Ll={board:e,etag:this.#e?.etag??``,form:this.#n}:Ll?.board===e&&(Ll=null)}willUpdate(e){e.has(`board`)&&(e.get(`board`)&&this.#g(e.get(`board`)),this.#e=this.#r=this.#d=null,this.#a=this.#o=null,this.#v())}get#_(){return J.can(`admin`)}async#v(){let{board:e}=this;try{let t=await ks.policy(e);if(e!==this.board||(this.#a=null,this.#b(t),Ll?.board!==e||Ll.etag!==t.etag))return;this.#n=Ll.form,Ll=null}catch(e){this.#a=e,this.requestUpdate()}}#y(e){let{board:t}=this,n=this.#n;this.#b(e),Zs(Y(`discarded`),()=>{Ll={board:t,etag:e.etag,form:n},this.isConnected&&t===this.board?this.#v():Ks({view:`policy`,board:t})})}#b(e){this.#e=e,this.#r=null,this.#t=this.#n=hl(e.body.policy),this.#i=new Map,this.#l=!1,this.requestUpdate(),this.#S(0)}#x(e,t){this.#n={...this.#n,[e]:t},this.#i.delete(e),this.requestUpdate(),this.#S()}#S(e=Pl){clearTimeout(this.#m),this.#_&&(this.#m=setTimeout(()=>void this.#C(),e))}async#C(){let e=this.#e;if(!e||_l(this.#n).size>0)return;this.#h+=1;let t=this.#h,n=this.#u*6e4,r=yl(this.#t,this.#n).length>0;try{let i=pc.now(),[a,o,s]=await Promise.all([ks.dryRun(this.board,e.body.policy,n),r?ks.dryRun(this.board,vl(this.#n),n):null,ks.notices(this.board)]);if(t!==this.#h)return;this.#p=new Map(s.map(e=>[e.id,e])),this.#d={present:a,proposed:o,from:i,for:n},this.#f=null}catch(e){if(t!==this.#h)return;this.#f=e;for(let[t,n]of Ss(e).at(`/policy`))this.#i.set(t,n)}this.requestUpdate()}async#w(){let e=this.#e;if(!(!e||this.#s||_l(this.#n).size>0)){this.#s=!0,this.#o=null,this.requestUpdate();try{let t=await ks.savePolicy(this.board,vl(this.#n),e.etag);Zs(Y(`policySaved`,{n:t.body.version})),this.#b(t)}catch(e){await this.#T(e)}finally{this.#s=!1,this.requestUpdate()}}}async#T(e){let t=Ss(e);if(t.status===412)try{this.#r=await ks.policy(this.board),this.requestUpdate(),this.updateComplete.then(()=>this.querySelector(`.conflict`)?.focus());return}catch(t){e=t}this.#i=t.at(),this.#i.size===0&&(this.#o=e)}async#E(){let e=this.#e;if(this.#c=!1,e){try{let t=await ks.resetPolicy(this.board,e.etag);Zs(Y(`policyReset`)),this.#b(t)}catch(e){await this.#T(e)}this.requestUpdate()}}#D(){let e=this.#r;if(!e)return;let t=hl(e.body.policy),n=bl(this.#t,t,this.#n);this.#b(e),this.#n=n,this.#l=!0,this.requestUpdate()}render(){let e=this.#e;return M`<div class="page">
      ${nl(this.board,`policy`,e?M`<span class="facts"><span>${Y(`version`)} <strong>${e.body.version}</strong></span>
              <span>${e.body.own?Y(`own`):Y(`defaults`)}</span></span>`:N)}
      ${this.#a?vc(this.#a,()=>void this.#v()):N}
      ${e?this.#O(e):this.#a?N:M`<section class="panel">${yc(8)}</section>`}
    </div>`}#O(e){let t=_l(this.#n),n=yl(this.#t,this.#n);return M`
      ${this.#r?this.#k(this.#r):N}
      ${this.#l?M`<div class="callout" role="status">${Y(`merged`)}</div>`:N}
      ${this.#o?vc(this.#o):N}
      ${this.#_?this.#A():M`<p class="callout">${Y(`readOnly`)}</p>`}
      <form class="panel policy" novalidate autocomplete="off" @submit=${e=>{e.preventDefault(),this.#w()}}>
        ${Al(this.#n,this.#t,e=>this.#i.get(e)??zl(t.get(e)),!this.#_,(e,t)=>this.#x(e,t))}
        ${this.#_?M`<div class="buttons">
              <wa-button type="submit" size="s" variant="brand" ?loading=${this.#s}
                ?disabled=${n.length===0||t.size>0||this.#r!==null}>
                ${Y(`savePolicy`)}</wa-button>
              <wa-button size="s" appearance="plain" ?disabled=${n.length===0} @click=${()=>this.#y(e)}>${Y(`discard`)}</wa-button>
              <span class="quiet" role="status">${n.length>0?Y(`changes`,{n:n.length}):``}</span>
              <wa-button class="far" size="s" appearance="outlined" variant="danger" ?disabled=${!e.body.own} @click=${()=>{this.#c=!0,this.requestUpdate()}}>${Y(`resetPolicy`)}</wa-button>
            </div>`:N}
      </form>
      ${this.#M()}`}#k(e){return M`<section class="panel conflict" role="alert" tabindex="-1" aria-label=${Y(`conflict`)}>
      <h2>${Y(`conflict`)}</h2>
      <p>${Y(`conflictHint`,{n:e.body.version})}</p>
      ${Nl(this.#t,hl(e.body.policy),this.#n)}
      <div class="buttons">
        <wa-button size="s" variant="brand" @click=${()=>this.#D()}>${Y(`keepMine`)}</wa-button>
        <wa-button size="s" appearance="outlined" @click=${()=>this.#y(e)}>${Y(`takeTheirs`)}</wa-button>
      </div>
    </section>`}#A(){let e=this.#d;return M`<section class="panel dry" aria-labelledby="dry-title">
      <div class="panel-head">
        <div><h2 id="dry-title">${Y(`dryRun`)}</h2><p class="quiet">${Y(`dryRunHint`)}</p></div>
        <fieldset class="segments"><legend class="unseen">${Y(`window`)}</legend>
          ${Fl.map(e=>M`<label><input type="radio" name="window" .checked=${e===this.#u} @change=${()=>{this.#u=e,this.#S(0),this.requestUpdate()}} /><span>${Y(`minutes`,{n:e})}</span></label>`)}
        </fieldset>
      </div>
      ${this.#f?vc(this.#f,()=>void this.#C()):N}
      ${e?M`${this.#j(Y(`presentPolicy`),e.present,this.#t)}
            ${e.proposed?this.#j(Y(`proposedPolicy`),e.proposed,this.#n):M`<p class="quiet lane-note">${Y(`proposedPolicy`)}: ${Y(`unchanged`)}</p>`}`:this.#f?N:yc(2)}
    </section>`}#j(e,t,n){let{from:r,for:i}=this.#d??{from:0,for:1},a=Y(`slots`,{n:t.slots.length,p:t.pins.length}),o=t.slots.length+t.pins.length===0;return M`<figure class="lane" aria-label=${`${e}: ${a}`}>
      <figcaption><strong>${e}</strong> <span class="quiet">${o?Y(`emptyPlay`):a}</span></figcaption>
      ${o?N:Dl({slots:t.slots.slice(0,Il),pins:t.pins.slice(0,Il)},{from:r,for:i},e=>({text:this.#p.get(e)?.text??e,color:n[`/levels/${this.#p.get(e)?.level??`INFO`}/color`]??``}))}
    </figure>`}#M(){let e=()=>{this.#c=!1,this.requestUpdate()};return M`<wa-dialog label=${Y(`resetAsk`,{board:this.board})} ?open=${this.#c} @wa-hide=${e}>
      <p>${Y(`resetAskHint`)}</p>
      <div class="buttons">
        <wa-button size="s" variant="danger" @click=${()=>void this.#E()}>${Y(`reset`)}</wa-button>
        <wa-button size="s" appearance="plain" @click=${e}>${Y(`cancel`)}</wa-button>
      </div>
    </wa-dialog>`}},zl=e=>e===void 0?void 0:e===`color`?Y(`badColor`):Y(`outOf`,e);customElements.define(`mq-policy`,Rl);var Bl=2e3,Vl=8,Hl=200,Ul=300,Wl=class extends hc{#e=null;#t=!1;#n=null;#r=``;#i=new Map;#a=new Map;#o;#s=!1;connectedCallback(){super.connectedCallback(),this.#l(),this.#o=setInterval(()=>{document.hidden||this.#l()},Bl),document.addEventListener(`visibilitychange`,this.#c)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#o),document.removeEventListener(`visibilitychange`,this.#c)}#c=()=>{document.hidden||this.#l()};async#l(){if(!(this.#s||!J.can(`admin`))){this.#s=!0;try{let{items:e,next:t}=await ks.terminals();this.#e=e,this.#t=t!==null,this.#n=null,this.requestUpdate(),await this.#u([...new Set(e.map(({board:e})=>e))].slice(0,Vl))}catch(e){this.#n=e}finally{this.#s=!1,this.requestUpdate()}}}async#u(e){let t=await Promise.all(e.map(async e=>[e,await this.#d(e).catch(()=>null)]));this.#i=new Map(t)}async#d(e){let{pin:t,slot:n}=await ks.now(e),r=t??n;if(!r)return null;let i=`${e}\n${r.id}\n${r.rev}`,a=this.#a.get(i);if(a===void 0){a=await ks.notice(e,r.id).then(e=>e.text,()=>r.id),this.#a.set(i,a);for(let e of this.#a.keys())this.#a.size>Hl&&this.#a.delete(e)}return{id:r.id,text:a,pinned:t!==null}}render(){let e=this.#e,t=e?.filter(({lag:e})=>e.versions>0).length??0;return M`<div class="page">
      <div class="head">
        <div><h1>${Y(`terminals`)}</h1>
          <p class="quiet">${Y(`every`,{n:Bl/1e3})} · ${Y(`paused`)}</p></div>
        ${e&&e.length>0?M`<span class="facts"><span><strong>${Y(`terminalCount`,{n:`${e.length}${this.#t?`+`:``}`})}</strong></span>
              ${t>0?M`<span class="lagging"><strong>${Y(`laggingCount`,{n:t})}</strong></span>`:N}</span>
            ${xc(Y(`searchTerminals`),this.#r,e=>{this.#r=e,this.requestUpdate()})}`:N}
      </div>
      ${this.#n?vc(this.#n,()=>void this.#l()):N}
      <section class="panel">${this.#f(e)}</section>
    </div>`}#f(e){if(!J.can(`admin`))return M`<p class="nothing">${Y(`terminalsAdmin`)}</p>`;if(e===null)return this.#n?N:yc(6);if(e.length===0)return bc(Y(`noTerminals`),Y(`noTerminalsHint`),`curl -N '${location.origin}/v1/sse?board=main&terminal=feed&name=lobby'`);let t=this.#r.trim().toLowerCase(),n=e.filter(({name:e=``,board:n,kind:r,transport:i,session:a})=>[e,n,r,i,a].some(e=>e.toLowerCase().includes(t)));return n.length===0?M`<p class="nothing">${Y(`noMatch`,{q:this.#r})}</p>`:M`<table class="cards">
      <thead><tr><th>${Y(`name`)}</th><th>${Y(`kind`)}</th><th>${Y(`board`)}</th><th>${Y(`transport`)}</th><th class="number">${Y(`since`)}</th>
        <th class="number">${Y(`cursor`)}</th><th class="number">${Y(`lag`)}</th><th>${Y(`shows`)}</th></tr></thead>
      <tbody>${Uc(n.slice(0,Ul),e=>`${e.session}.${e.board}`,e=>this.#p(e))}</tbody>
    </table>`}#p(e){let{lag:t,kind:n}=e,r=t.versions>0,i=this.#i.get(e.board),a=n!==`feed`;return M`<tr data-late=${r?`yes`:N}>
      <td class="name" data-label=${Y(`name`)}>
        ${e.name===void 0?M`<span class="quiet">${Y(`unnamed`)}</span>`:M`<strong dir="auto">${e.name}</strong>`}
        <span class="quiet mono small">${e.session}</span>
      </td>
      <td data-label=${Y(`kind`)}>${n}</td>
      <td data-label=${Y(`board`)}><a href=${Gs({view:`board`,board:e.board})}>${e.board}</a></td>
      <td class="quiet" data-label=${Y(`transport`)}>${e.transport}</td>
      <td class="number" data-label=${Y(`since`)}>${_c(Date.parse(e.since))}</td>
      <td class="number mono" data-label=${Y(`cursor`)} title=${e.cursor}>${e.cursor.replace(/^.*\./,`…`)}</td>
      <td class="number" data-label=${Y(`lag`)}>${r?M`<span class="late">${gc(`warning`)} ${Y(`behind`,{n:t.versions})} · ${t.ms.toLocaleString(`en`)} ms</span>`:M`<span class="quiet">${Y(`inStep`)}</span>`}</td>
      <td class="shows" data-label=${Y(`shows`)}>${!a||r?M`<span class="quiet">–</span>`:i?M`${i.pinned?M`<span class="tag">${Y(`pin`)}</span> `:N}<span dir="auto">${i.text}</span>`:M`<span class="quiet">${Y(`nothingOn`)}</span>`}</td>
    </tr>`}};customElements.define(`mq-terminals`,Wl);var Gl=!0,Kl=`uplot`,ql=`u-hz`,Jl=`u-vt`,Yl=`u-title`,Xl=`u-wrap`,Zl=`u-under`,Ql=`u-over`,$l=`u-axis`,eu=`u-off`,tu=`u-select`,nu=`u-cursor-x`,ru=`u-cursor-y`,iu=`u-cursor-pt`,au=`u-legend`,ou=`u-live`,su=`u-inline`,cu=`u-series`,lu=`u-marker`,uu=`u-label`,du=`u-value`,fu=`width`,pu=`height`,mu=`top`,hu=`bottom`,gu=`left`,_u=`right`,vu=`#000`,yu=`#0000`,bu=`mousemove`,xu=`mousedown`,Su=`mouseup`,Cu=`mouseenter`,wu=`mouseleave`,Tu=`dblclick`,Eu=`resize`,Du=`scroll`,Ou=`change`,ku=`dppxchange`,Au=`--`,ju=typeof window<`u`,Mu=ju?document:null,Nu=ju?window:null,Pu=ju?navigator:null,X,Fu;function Iu(){let e=devicePixelRatio;X!=e&&(X=e,Fu&&Zu(Ou,Fu,Iu),Fu=matchMedia(`(min-resolution: ${X-.001}dppx) and (max-resolution: ${X+.001}dppx)`),Xu(Ou,Fu,Iu),Nu.dispatchEvent(new CustomEvent(ku)))}function Lu(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function Ru(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function zu(e,t,n){e.style[t]=n+`px`}function Bu(e,t,n,r){let i=Mu.createElement(e);return t!=null&&Lu(i,t),n?.insertBefore(i,r),i}function Vu(e,t){return Bu(`div`,e,t)}var Hu=new WeakMap;function Uu(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=Hu.get(e)&&(e.style.transform=a,Hu.set(e,a),t<0||n<0||t>r||n>i?Lu(e,eu):Ru(e,eu))}var Wu=new WeakMap;function Gu(e,t,n){let r=t+n;r!=Wu.get(e)&&(Wu.set(e,r),e.style.background=t,e.style.borderColor=n)}var Ku=new WeakMap;function qu(e,t,n,r){let i=t+``+n;i!=Ku.get(e)&&(Ku.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}var Ju={passive:!0},Yu={...Ju,capture:!0};function Xu(e,t,n,r){t.addEventListener(e,n,r?Yu:Ju)}function Zu(e,t,n,r){t.removeEventListener(e,n,Ju)}ju&&Iu();function Qu(e,t,n,r){let i;n||=0,r||=t.length-1;let a=r<=2147483647;for(;r-n>1;)i=a?n+r>>1:yd((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function $u(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}var ed=e=>e!=null,td=e=>e!=null&&e>0,nd=$u(ed),rd=$u(td);function id(e,t,n,r=0,i=!1){let a=i?rd:nd,o=i?td:ed;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??Ad,c??-Ad]}function ad(e,t,n,r){let i=Td(e),a=Td(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?Ed:Dd,s=i==1?yd:xd,c=a==1?xd:yd,l=s(o(vd(e))),u=c(o(vd(t))),d=wd(n,l),f=wd(n,u);return n==10&&(l<0&&(d=Gd(d,-l)),u<0&&(f=Gd(f,-u))),r||n==2?(e=d*i,t=f*a):(e=Wd(e,d),t=Ud(t,f)),[e,t]}function od(e,t,n,r){let i=ad(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}var sd=.1,cd={mode:3,pad:sd},ld={pad:0,soft:null,mode:0},ud={min:ld,max:ld};function dd(e,t,n,r){return nf(n)?pd(e,t,n):(ld.pad=n,ld.soft=r?0:null,ld.mode=r?3:0,pd(e,t,ud))}function Z(e,t){return e??t}function fd(e,t,n){for(t=Z(t,0),n=Z(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1}function pd(e,t,n){let r=n.min,i=n.max,a=Z(r.pad,0),o=Z(i.pad,0),s=Z(r.hard,-Ad),c=Z(i.hard,Ad),l=Z(r.soft,Ad),u=Z(i.soft,-Ad),d=Z(r.mode,0),f=Z(i.mode,0),p=t-e,m=Ed(p),h=Cd(vd(e),vd(t)),g=vd(Ed(h)-m);(p<1e-24||g>10)&&(p=0,(e==0||t==0)&&(p=1e-24,d==2&&l!=Ad&&(a=0),f==2&&u!=-Ad&&(o=0)));let _=p||h||1e3,v=wd(10,yd(Ed(_))),y=Gd(Wd(e-_*(p==0?e==0?.1:1:a),v/10),24),b=e>=l&&(d==1||d==3&&y<=l||d==2&&y>=l)?l:Ad,x=Cd(s,y<b&&e>=b?b:Sd(b,y)),S=Gd(Ud(t+_*(p==0?t==0?.1:1:o),v/10),24),C=t<=u&&(f==1||f==3&&S>=u||f==2&&S<=u)?u:-Ad,w=Sd(c,S>C&&t<=C?C:Cd(C,S));return x==w&&x==0&&(w=100),[x,w]}var md=new Intl.NumberFormat(ju?Pu.language:`en-US`),hd=e=>md.format(e),gd=Math,_d=gd.PI,vd=gd.abs,yd=gd.floor,bd=gd.round,xd=gd.ceil,Sd=gd.min,Cd=gd.max,wd=gd.pow,Td=gd.sign,Ed=gd.log10,Dd=gd.log2,Od=(e,t=1)=>gd.sinh(e)*t,kd=(e,t=1)=>gd.asinh(e/t),Ad=1/0;function jd(e){return(Ed((e^e>>31)-(e>>31))|0)+1}function Md(e,t,n){return Sd(Cd(e,t),n)}function Nd(e){return typeof e==`function`}function Q(e){return Nd(e)?e:()=>e}var Pd=()=>{},Fd=e=>e,Id=(e,t)=>t,Ld=e=>null,Rd=e=>!0,zd=(e,t)=>e==t,Bd=/\.\d*?(?=9{6,}|0{6,})/gm,Vd=e=>{if($d(e)||Kd.has(e))return e;let t=`${e}`,n=t.match(Bd);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${Vd(e)}e${n}`}return Gd(e,r)};function Hd(e,t){return Vd(Gd(Vd(e/t))*t)}function Ud(e,t){return Vd(xd(Vd(e/t))*t)}function Wd(e,t){return Vd(yd(Vd(e/t))*t)}function Gd(e,t=0){if($d(e))return e;let n=10**t;return bd(e*n*(1+2**-52))/n}var Kd=new Map;function qd(e){return((``+e).split(`.`)[1]||``).length}function Jd(e,t,n,r){let i=[],a=r.map(qd);for(let o=t;o<n;o++){let t=vd(o),n=Gd(wd(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:Gd(c,l);i.push(u),Kd.set(u,l)}}return i}var Yd={},Xd=[],Zd=[null,null],Qd=Array.isArray,$d=Number.isInteger,ef=e=>e===void 0;function tf(e){return typeof e==`string`}function nf(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function rf(e){return typeof e==`object`&&!!e}var af=Object.getPrototypeOf(Uint8Array),of=`__proto__`;function sf(e,t=nf){let n;if(Qd(e)){let r=e.find(e=>e!=null);if(Qd(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=sf(e[r],t)}else n=e.slice()}else if(e instanceof af)n=e.slice();else if(t(e)){n={};for(let r in e)r!=of&&(n[r]=sf(e[r],t))}else n=e;return n}function cf(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=of&&(nf(e[t])?cf(e[t],sf(r[t])):e[t]=sf(r[t]))}return e}var lf=0,uf=1,df=2;function ff(e,t,n){for(let r=0,i,a=-1;r<t.length;r++){let o=t[r];if(o>a){for(i=o-1;i>=0&&e[i]==null;)e[i--]=null;for(i=o+1;i<n&&e[i]==null;)e[a=i++]=null}}}function pf(e,t){if(gf(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return _f(t[0])||(t=hf(t)),t}let n=new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:uf,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=lf&&(l[n]=t,u==df&&d.push(n)):l[n]=t}ff(l,d,i),r.push(l)}}return r}var mf=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask;function hf(e){let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i}function gf(e){let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0}function _f(e,t=100){let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=Cd(1,yd((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0}var vf=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],yf=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function bf(e){return e.slice(0,3)}var xf=yf.map(bf),Sf={MMMM:vf,MMM:vf.map(bf),WWWW:yf,WWW:xf};function Cf(e){return(e<10?`0`:``)+e}function wf(e){return(e<10?`00`:e<100?`0`:``)+e}var Tf={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+``).slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>Cf(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>Cf(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>Cf(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?`PM`:`AM`,aa:e=>e.getHours()>=12?`pm`:`am`,a:e=>e.getHours()>=12?`p`:`a`,mm:e=>Cf(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>Cf(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>wf(e.getMilliseconds())};function Ef(e,t){t||=Sf;let n=[],r=/\{([a-z]+)\}|[^{]+/gi,i;for(;i=r.exec(e);)n.push(i[0][0]==`{`?Tf[i[1]]:i[0]);return e=>{let r=``;for(let i=0;i<n.length;i++)r+=typeof n[i]==`string`?n[i]:n[i](e,t);return r}}var Df=new Intl.DateTimeFormat().resolvedOptions().timeZone;function Of(e,t){let n;return t==`UTC`||t==`Etc/UTC`?n=new Date(+e+e.getTimezoneOffset()*6e4):t==Df?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n}var kf=e=>e%1==0,Af=[1,2,2.5,5],jf=Jd(10,-32,0,Af),Mf=Jd(10,0,32,Af),Nf=Mf.filter(kf),Pf=jf.concat(Mf),Ff=`
`,If=`{YYYY}`,Lf=Ff+If,Rf=`{M}/{D}`,zf=Ff+Rf,Bf=zf+`/{YY}`,Vf=`{aa}`,Hf=`{h}:{mm}`+Vf,Uf=Ff+Hf,Wf=`:{ss}`,$=null;function Gf(e){let t=e*1e3,n=t*60,r=n*60,i=r*24,a=i*30,o=i*365,s=(e==1?Jd(10,0,3,Af).filter(kf):Jd(10,-3,0,Af)).concat([t,t*5,t*10,t*15,t*30,n,n*5,n*10,n*15,n*30,r,r*2,r*3,r*4,r*6,r*8,r*12,i,i*2,i*3,i*4,i*5,i*6,i*7,i*8,i*9,i*10,i*15,a,a*2,a*3,a*4,a*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,If,$,$,$,$,$,$,1],[i*28,`{MMM}`,Lf,$,$,$,$,$,1],[i,Rf,Lf,$,$,$,$,$,1],[r,`{h}`+Vf,Bf,$,zf,$,$,$,1],[n,Hf,Bf,$,zf,$,$,$,1],[t,Wf,Bf+` `+Hf,$,zf+` `+Hf,$,Uf,$,1],[e,Wf+`.{fff}`,Bf+` `+Hf,$,zf+` `+Hf,$,Uf,$,1]];function l(t){return(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=Gd(g*e,3),v=tp(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=Gd(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:Gd(tp(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(bd(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=tp(c+r*a,l+n*a,1),s=o-t(Gd(o*e,3));i=Gd((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(yd(l)-yd(_))+Ud(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=Gd(o+d,e==1?0:3),!(o>u);)if(g>1){let e=yd(Gd(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24;let i=p[p.length-1];Gd((o-i)/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}}return[s,c,l]}var[Kf,qf,Jf]=Gf(1),[Yf,Xf,Zf]=Gf(.001);Jd(2,-53,53,[1]);function Qf(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function $f(e,t){return(n,r,i,a,o)=>{let s=t.find(e=>o>=e[0])||t[t.length-1],c,l,u,d,f,p;return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=c&&s[2]||i!=l&&s[3]||a!=u&&s[4]||o!=d&&s[5]||m!=f&&s[6]||h!=p&&s[7]||s[1];return c=r,l=i,u=a,d=o,f=m,p=h,g(n)})}}function ep(e,t){let n=Ef(t);return(t,r,i,a,o)=>r.map(t=>n(e(t)))}function tp(e,t,n){return new Date(e,t,n)}function np(e,t){return t(e)}var rp=`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`;function ip(e,t){return(n,r,i,a)=>a==null?Au:t(e(r))}function ap(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null}function op(e,t){return e.series[t].fill(e,t)}var sp={show:!0,live:!0,isolate:!1,mount:Pd,markers:{show:!0,width:2,stroke:ap,fill:op,dash:`solid`},idx:null,idxs:null,values:[]};function cp(e,t){let n=e.cursor.points,r=Vu(),i=n.size(e,t);zu(r,fu,i),zu(r,pu,i);let a=i/-2;zu(r,`marginLeft`,a),zu(r,`marginTop`,a);let o=n.width(e,t,i);return o&&zu(r,`borderWidth`,o),r}function lp(e,t){let n=e.series[t].points;return n._fill||n._stroke}function up(e,t){let n=e.series[t].points;return n._stroke||n._fill}function dp(e,t){return e.series[t].points.size}var fp=[0,0];function pp(e,t,n){return fp[0]=t,fp[1]=n,fp}function mp(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function hp(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}var gp={show:!0,x:!0,y:!0,lock:!1,move:pp,points:{one:!1,show:cp,size:dp,width:0,stroke:up,fill:lp},bind:{mousedown:mp,mouseup:mp,click:mp,dblclick:mp,mousemove:hp,mouseleave:hp,mouseenter:hp},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(e,t)=>{t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(e,t,n,r,i)=>r-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},_p={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},vp=cf({},_p,{filter:Id}),yp=cf({},vp,{size:10}),bp=cf({},_p,{show:!1}),xp=`12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"`,Sp=`bold `+xp,Cp=1.5,wp={show:!0,scale:`x`,stroke:vu,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Sp,side:2,grid:vp,ticks:yp,border:bp,font:xp,lineGap:Cp,rotate:0},Tp=`Value`,Ep=`Time`,Dp={show:!0,scale:`x`,auto:!1,sorted:1,min:Ad,max:-1/0,idxs:[]};function Op(e,t,n,r,i){return t.map(e=>e==null?``:hd(e))}function kp(e,t,n,r,i,a,o){let s=[],c=Kd.get(i)||0;n=o?n:Gd(Ud(n,i),c);for(let e=n;e<=r;e=Gd(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function Ap(e,t,n,r,i,a,o){let s=[],c=e.scales[e.axes[t].scale].log;i=wd(c,yd((c==10?Ed:Dd)(n))),c==10&&(i=Pf[Qu(i,Pf)]);let l=n,u=i*c;c==10&&(u=Pf[Qu(u,Pf)]);do s.push(l),l+=i,c==10&&!Kd.has(l)&&(l=Gd(l,Kd.get(i))),l>=u&&(i=l,u=i*c,c==10&&(u=Pf[Qu(u,Pf)]));while(l<=r);return s}function jp(e,t,n,r,i,a,o){let s=e.scales[e.axes[t].scale].asinh,c=r>s?Ap(e,t,Cd(s,n),r,i):[s],l=r>=0&&n<=0?[0]:[];return(n<-s?Ap(e,t,Cd(s,-r),-n,i):[s]).reverse().map(e=>-e).concat(l,c)}var Mp=/./,Np=/[12357]/,Pp=/[125]/,Fp=/1/,Ip=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function Lp(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=e.scales[o],c=e.valToPos,l=a._space,u=c(10,o),d=c(9,o)-u>=l?Mp:c(7,o)-u>=l?Np:c(5,o)-u>=l?Pp:Fp;if(d==Fp){let e=vd(c(1,o)-u);if(e<l)return Ip(t.slice().reverse(),s.distr,d,xd(l/e)).reverse()}return Ip(t,s.distr,d,1)}function Rp(e,t,n,r,i){let a=e.axes[n],o=a.scale,s=a._space,c=e.valToPos,l=vd(c(1,o)-c(2,o));return l<s?Ip(t.slice().reverse(),3,Mp,xd(s/l)).reverse():t}function zp(e,t,n,r){return r==null?Au:t==null?``:hd(t)}var Bp={show:!0,scale:`y`,stroke:vu,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Sp,side:3,grid:vp,ticks:yp,border:bp,font:xp,lineGap:Cp,rotate:0};function Vp(e,t){return Gd((3+(e||1)*2)*t,3)}function Hp(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=vd(e.valToPos(i[r[1]],n,!0)-a)/(e.series[t].points.space*X);return r[1]-r[0]<=o}var Up={scale:null,auto:!0,sorted:0,min:Ad,max:-1/0},Wp=(e,t,n,r,i)=>i,Gp={show:!0,auto:!0,sorted:0,gaps:Wp,alpha:1,facets:[cf({},Up,{scale:`x`}),cf({},Up,{scale:`y`})]},Kp={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:Wp,alpha:1,points:{show:Hp,filter:null},values:null,min:Ad,max:-1/0,idxs:[],path:null,clip:null};function qp(e,t,n,r,i){return n/10}var Jp={time:Gl,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},Yp=cf({},Jp,{time:!1,ori:1}),Xp={};function Zp(e,t){let n=Xp[e];return n||(n={key:e,plots:[],sub(e){n.plots.push(e)},unsub(e){n.plots=n.plots.filter(t=>t!=e)},pub(e,t,r,i,a,o,s){for(let c=0;c<n.plots.length;c++)n.plots[c]!=t&&n.plots[c].pub(e,t,r,i,a,o,s)}},e!=null&&(Xp[e]=n)),n}var Qp=1,$p=2;function em(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,lm,dm,pm,hm,_m):n(i,c,l,u,d,_,g,p,f,h,m,um,fm,mm,gm,vm)}function tm(e,t){let n=0,r=0,i=Z(e.bands,Xd);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function nm(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function rm(e,t,n,r,i,a){return em(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?dm:fm,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function im(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?pm:mm,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function am(e,t,n){let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])}function om(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function sm(e){return e==0?Fd:e==1?bd:t=>Hd(t,e)}function cm(e){let t=e==0?lm:um,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=Sd(c,o/2,s/2),l=Sd(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}var lm=(e,t,n)=>{e.moveTo(t,n)},um=(e,t,n)=>{e.moveTo(n,t)},dm=(e,t,n)=>{e.lineTo(t,n)},fm=(e,t,n)=>{e.lineTo(n,t)},pm=cm(0),mm=cm(1),hm=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},gm=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},_m=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},vm=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function ym(e){return(e,t,n,r,i)=>em(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let{pxRound:h,points:g}=t,_,v;s.ori==0?(_=lm,v=hm):(_=um,v=gm);let y=Gd(g.width*X,3),b=(g.size-g.width)/2*X,x=Gd(b*2,3),S=new Path2D,C=new Path2D,{left:w,top:T,width:E,height:D}=e.bbox;pm(C,w-x,T-x,E+x*2,D+x*2);let ee=e=>{if(o[e]!=null){let t=h(l(a[e],s,p,d)),n=h(u(o[e],c,m,f));_(S,t+b,n),v(S,t,n,b,0,_d*2)}};if(i)i.forEach(ee);else for(let e=n;e<=r;e++)ee(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function bm(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}var xm=bm(dm),Sm=bm(fm);function Cm(e){let t=Z(e?.alignGaps,0);return(e,n,r,i)=>em(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=nd(s,r,i);let g=a.pxRound,_=e=>g(u(e,c,m,f)),v=e=>g(d(e,l,h,p)),y,b;c.ori==0?(y=dm,b=xm):(y=fm,b=Sm);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Qp},C=S.stroke,w=!1;if(i-r>=m*4){let t=t=>e.posToVal(t,c.key,!0),n=null,a=null,l,u,d,f=_(o[x==1?r:i]),p=_(o[r]),m=_(o[i]),h=t(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:_(r),c=s[e];i==f?c==null?c===null&&(w=!0):(u=c,n==null?(y(C,i,v(u)),l=n=a=u):u<n?n=u:u>a&&(a=u)):(n!=null&&b(C,f,v(n),v(a),v(l),v(u)),c==null?(n=a=null,c===null&&(w=!0)):(u=c,y(C,i,v(u)),n=a=l=u),f=i,h=t(f+x))}n!=null&&n!=a&&d!=f&&b(C,f,v(n),v(a),v(l),v(u))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&y(C,_(o[e]),v(t))}let[T,E]=tm(e,n);if(a.fill!=null||T!=0){let t=S.fill=new Path2D(C),s=v(a.fillTo(e,n,a.min,a.max,T)),c=_(o[r]),l=_(o[i]);x==-1&&([l,c]=[c,l]),y(t,l,s),y(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...om(o,s,r,i,x,_,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=im(l,c.ori,f,p,m,h)}return E!=0&&(S.band=E==2?[rm(e,n,r,i,C,-1),rm(e,n,r,i,C,1)]:rm(e,n,r,i,C,E)),S})}function wm(e){let t=Z(e.align,1),n=Z(e.ascDesc,!1),r=Z(e.alignGaps,0),i=Z(e.extend,!1);return(e,a,o,s)=>em(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=nd(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?dm:fm,T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Qp},E=T.stroke,D=d.dir*(d.ori==0?1:-1),ee=C(u[D==1?o:s]),O=S(l[D==1?o:s]),te=O,k=O;i&&t==-1&&(k=b,w(E,k,ee)),w(E,O,ee);for(let e=D==1?o:s;e>=o&&e<=s;e+=D){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(E,r,ee):w(E,te,i),w(E,r,i),ee=i,te=r}let ne=te;i&&t==1&&(ne=b+x,w(E,ne,ee));let[re,ie]=tm(e,a);if(c.fill!=null||re!=0){let t=T.fill=new Path2D(E),n=C(c.fillTo(e,a,c.min,c.max,re));w(t,ne,n),w(t,k,n)}if(!c.spanGaps){let i=[];i.push(...om(l,u,o,s,D,S,r));let f=c.width*X/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),T.gaps=i=c.gaps(e,a,o,s,i),T.clip=im(i,d.ori,h,g,_,v)}return ie!=0&&(T.band=ie==2?[rm(e,a,o,s,E,-1),rm(e,a,o,s,E,1)]:rm(e,a,o,s,E,ie)),T})}function Tm(e,t,n,r,i,a,o=Ad){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=vd(e[c]-e[s]);t<l&&(l=t,o=vd(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function Em(e){e||=Yd;let t=Z(e.size,[.6,Ad,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=Q(i),o=1-t[0],s=Z(t[1],Ad),c=Z(t[2],1),l=Z(e.disp,Yd),u=Z(e.each,e=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>em(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let T=m.pxRound,E=n,D=r*X,ee=s*X,O=c*X,te,k;_.ori==0?[te,k]=a(e,t):[k,te]=a(e,t);let ne=_.dir*(_.ori==0?1:-1),re=_.ori==0?pm:mm,ie=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},ae=Z(e.bands,Xd).find(e=>e.series[0]==t),oe=ae==null?0:ae.dir,se=m.fillTo(e,t,m.min,m.max,oe),ce=T(b(se,v,w,S)),A,le,ue,j=C,de=T(m.width*X),fe=!1,pe=null,me=null,he=null,ge=null;d!=null&&(de==0||f!=null)&&(fe=!0,pe=d.values(e,t,i,p),me=new Map,new Set(pe).forEach(e=>{e!=null&&me.set(e,new Path2D)}),de>0&&(he=f.values(e,t,i,p),ge=new Map,new Set(he).forEach(e=>{e!=null&&ge.set(e,new Path2D)})));let{x0:_e,size:ve}=l;if(_e!=null&&ve!=null){E=1,h=_e.values(e,t,i,p),_e.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=ve.values(e,t,i,p);le=ve.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),j=Tm(h,g,y,_,C,x,j),ue=j-le+D}else j=Tm(h,g,y,_,C,x,j),ue=j*o+D,le=j-ue;ue<1&&(ue=0),de>=le/2&&(de=0),ue<5&&(T=Fd);let ye=ue>0,be=j-ue-(ye?de:0);le=T(Md(be,O,ee)),A=(E==0?le/2:E==ne?0:le)-E*ne*((E==0?D/2:0)+(ye?de/2:0));let xe={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},Se=fe?null:new Path2D,Ce=null;if(ae!=null)Ce=e.data[ae.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),Ce=n.values(e,t,i,p))}let M=te*le,we=k*le;for(let n=ne==1?i:p;n>=i&&n<=p;n+=ne){let r=g[n];if(r==null)continue;if(Ce!=null){let e=Ce[n]??0;if(r-e==0)continue;ce=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(Z(r,se),v,w,S),o=T(i-A),s=T(Cd(a,ce)),c=T(Sd(a,ce)),u=s-c;if(r!=null){let i=r<0?we:M,a=r<0?M:we;fe?(de>0&&he[n]!=null&&re(ge.get(he[n]),o,c+yd(de/2),le,Cd(0,u-de),i,a),pe[n]!=null&&re(me.get(pe[n]),o,c+yd(de/2),le,Cd(0,u-de),i,a)):re(Se,o,c+yd(de/2),le,Cd(0,u-de),i,a),ie(e,t,n,o-de/2,c,le+de,u)}}return de>0?xe.stroke=fe?ge:Se:fe||(xe._fill=m.width==0?m._fill:m._stroke??m._fill,xe.width=0),xe.fill=fe?me:Se,xe})}function Dm(e,t){let n=Z(t?.alignGaps,0);return(t,r,i,a)=>em(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=nd(c,i,a);let _=o.pxRound,v=e=>_(d(e,l,h,p)),y=e=>_(f(e,u,g,m)),b,x,S;l.ori==0?(b=lm,S=dm,x=_m):(b=um,S=fm,x=vm);let C=l.dir*(l.ori==0?1:-1),w=v(s[C==1?i:a]),T=w,E=[],D=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=s[e],n=v(t);E.push(T=n),D.push(y(c[e]))}let ee={stroke:e(E,D,b,S,x,_),fill:null,clip:null,band:null,gaps:null,flags:Qp},O=ee.stroke,[te,k]=tm(t,r);if(o.fill!=null||te!=0){let e=ee.fill=new Path2D(O),n=y(o.fillTo(t,r,o.min,o.max,te));S(e,T,n),S(e,w,n)}if(!o.spanGaps){let e=[];e.push(...om(s,c,i,a,C,v,n)),ee.gaps=e=o.gaps(t,r,i,a,e),ee.clip=im(e,l.ori,p,m,h,g)}return k!=0&&(ee.band=k==2?[rm(t,r,i,a,O,-1),rm(t,r,i,a,O,1)]:rm(t,r,i,a,O,k)),ee})}function Om(e){return Dm(km,e)}function km(e,t,n,r,i,a){let o=e.length;if(o<2)return null;let s=new Path2D;if(n(s,e[0],t[0]),o==2)r(s,e[1],t[1]);else{let n=Array(o),r=Array(o-1),a=Array(o-1),c=Array(o-1);for(let n=0;n<o-1;n++)a[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=a[n]/c[n];n[0]=r[0];for(let e=1;e<o-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[o-1]=r[o-2];for(let r=0;r<o-1;r++)i(s,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return s}var Am=new Set;function jm(){for(let e of Am)e.syncRect(!0)}ju&&(Xu(Eu,Nu,jm),Xu(Du,Nu,jm,!0),Xu(ku,Nu,()=>{qm.pxRatio=X}));var Mm=Cm(),Nm=ym();function Pm(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>Im(e,r,t,n))}function Fm(e,t){return e.map((e,n)=>n==0?{}:cf({},t,e))}function Im(e,t,n,r){return cf({},t==0?n:r,e)}function Lm(e,t,n){return t==null?Zd:[t,n]}var Rm=Lm;function zm(e,t,n){return t==null?Zd:dd(t,n,sd,!0)}function Bm(e,t,n,r){return t==null?Zd:ad(t,n,e.scales[r].log,!1)}var Vm=Bm;function Hm(e,t,n,r){return t==null?Zd:od(t,n,e.scales[r].log,!1)}var Um=Hm;function Wm(e,t,n,r,i){let a=Cd(jd(e),jd(t)),o=t-e,s=Qu(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?Kd.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function Gm(e){let t,n;return e=e.replace(/(\d+)px/,(e,r)=>(t=bd((n=+r)*X))+`px`),[e,t,n]}function Km(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=Gd(e[2]*X,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function qm(e,t,n){let r={mode:Z(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=Vu(Kl);if(e.id!=null&&(l.id=e.id),Lu(l,e.class),e.title){let t=Vu(Yl,l);t.textContent=e.title}let u=Bu(`canvas`),d=r.ctx=u.getContext(`2d`),f=Vu(Xl,l);Xu(`click`,f,e=>{e.target===m&&(V!=rn||H!=an)&&ln.click(r,e)},!0);let p=r.under=Vu(Zl,f);f.appendChild(u);let m=r.over=Vu(Ql,f);e=sf(e);let h=+Z(e.pxAlign,1),g=sm(h);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let _=e.ms||.001,v=r.series=i==1?Pm(e.series||[],Dp,Kp,!1):Fm(e.series||[null],Gp),y=r.axes=Pm(e.axes||[],wp,Bp,!0),b=r.scales={},x=r.bands=e.bands||[];x.forEach(e=>{e.fill=Q(e.fill||null),e.dir=Z(e.dir,-1)});let S=i==2?v[1].facets[0].scale:v[0].scale,C={axes:Vt,series:At},w=(e.drawOrder||[`axes`,`series`]).map(e=>C[e]);function T(e){let t=e.distr==3?t=>Ed(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>kd(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e,o=a-i;return(r-i)/o}}function E(t){let n=b[t];if(n==null){let r=(e.scales||Yd)[t]||Yd;if(r.from!=null){E(r.from);let e=cf({},b[r.from],r,{key:t});e.valToPct=T(e),b[t]=e}else{n=b[t]=cf({},t==S?Jp:Yp,r),n.key=t;let e=n.time,a=n.range,o=Qd(a);if((t!=S||i==2&&!e)&&(o&&(a[0]==null||a[1]==null)&&(a={min:a[0]==null?cd:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?cd:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&nf(a))){let e=a;a=(t,n,r)=>n==null?Zd:dd(n,r,e)}n.range=Q(a||(e?Rm:t==S?n.distr==3?Vm:n.distr==4?Um:Lm:n.distr==3?Bm:n.distr==4?Hm:zm)),n.auto=Q(!o&&n.auto),n.clamp=Q(n.clamp||qp),n._min=n._max=null,n.valToPct=T(n)}}}E(`x`),E(`y`),i==1&&v.forEach(e=>{E(e.scale)}),y.forEach(e=>{E(e.scale)});for(let t in e.scales)E(t);let D=b[S],ee=D.distr,O,te;D.ori==0?(Lu(l,ql),O=a,te=o):(Lu(l,Jl),O=o,te=a);let k={};for(let e in b){let t=b[e];(t.min!=null||t.max!=null)&&(k[e]={min:t.min,max:t.max},t.min=t.max=null)}let ne=e.tzDate||(e=>new Date(bd(e/_))),re=e.fmtDate||Ef,ie=_==1?Jf(ne):Zf(ne),ae=$f(ne,Qf(_==1?qf:Xf,re)),oe=ip(ne,np(rp,re)),se=[],ce=r.legend=cf({},sp,e.legend),A=r.cursor=cf({},gp,{drag:{y:i==2}},e.cursor),le=ce.show,ue=A.show,j=ce.markers;ce.idxs=se,j.width=Q(j.width),j.dash=Q(j.dash),j.stroke=Q(j.stroke),j.fill=Q(j.fill);let de,fe,pe,me=[],he=[],ge,_e=!1,ve={};if(ce.live){let e=v[1]?v[1].values:null;_e=e!=null,ge=_e?e(r,1,0):{_:0};for(let e in ge)ve[e]=Au}if(le){if(de=Bu(`table`,au,l),pe=Bu(`tbody`,null,de),ce.mount(r,de),_e){fe=Bu(`thead`,null,de,pe);let e=Bu(`tr`,null,fe);for(var ye in Bu(`th`,null,e),ge)Bu(`th`,uu,e).textContent=ye}else Lu(de,su),ce.live&&Lu(de,ou)}let be={show:!0},xe={show:!1};function Se(e,t){if(t==0&&(_e||!ce.live||i==2))return Zd;let n=[],a=Bu(`tr`,cu,pe,pe.childNodes[t]);Lu(a,e.class),e.show||Lu(a,eu);let o=Bu(`th`,null,a);if(j.show){let e=Vu(lu,o);if(t>0){let n=j.width(r,t);n&&(e.style.border=n+`px `+j.dash(r,t)+` `+j.stroke(r,t)),e.style.background=j.fill(r,t)}}let s=Vu(uu,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(j.show||(s.style.color=e.width>0?j.stroke(r,t):j.fill(r,t)),M(`click`,o,t=>{if(A._lock)return;qe(t);let n=v.indexOf(e);if((t.ctrlKey||t.metaKey)!=ce.isolate){let e=v.some((e,t)=>t>0&&t!=n&&e.show);v.forEach((t,r)=>{r>0&&gn(r,e?r==n?be:xe:be,!0,er.setSeries)})}else gn(n,{show:!e.show},!0,er.setSeries)},!1),Ye&&M(Cu,o,t=>{A._lock||(qe(t),gn(v.indexOf(e),wn,!0,er.setSeries))},!1)),ge){let e=Bu(`td`,du,a);e.textContent=`--`,n.push(e)}return[a,n]}let Ce=new Map;function M(e,t,n,i=!0){let a=Ce.get(t)||{},o=A.bind[e](r,t,n,i);o&&(Xu(e,t,a[e]=o),Ce.set(t,a))}function we(e,t,n){let r=Ce.get(t)||{};for(let n in r)(e==null||n==e)&&(Zu(n,t,r[n]),delete r[n]);e??Ce.delete(t)}let Te=0,N=0,P=0,F=0,Ee=0,De=0,Oe=Ee,ke=De,Ae=P,je=F,Me=0,Ne=0,Pe=0,Fe=0;r.bbox={};let Ie=!1,Le=!1,Re=!1,ze=!1,Be=!1,Ve=!1;function He(e,t,n){(n||e!=r.width||t!=r.height)&&Ue(e,t),Ht(!1),Re=!0,Le=!0,qt()}function Ue(e,t){r.width=Te=P=e,r.height=N=F=t,Ee=De=0,I(),Ke();let n=r.bbox;Me=n.left=Hd(Ee*X,.5),Ne=n.top=Hd(De*X,.5),Pe=n.width=Hd(P*X,.5),Fe=n.height=Hd(F*X,.5)}function We(){let e=!1,t=0;for(;!e;){t++;let n=zt(t),i=Bt(t);e=t==3||n&&i,e||(Ue(r.width,r.height),Le=!0)}}function Ge({width:e,height:t}){He(e,t)}r.setSize=Ge;function I(){let e=!1,t=!1,n=!1,r=!1;y.forEach((i,a)=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(P-=c,a==3?(Ee+=c,r=!0):n=!0):(F-=c,a==0?(De+=c,e=!0):t=!0))}}),it[0]=e,it[1]=n,it[2]=t,it[3]=r,P-=ct[1]+ct[3],Ee+=ct[3],F-=ct[2]+ct[0],De+=ct[0]}function Ke(){let e=Ee+P,t=De+F,n=Ee,r=De;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}y.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})}if(A.dataIdx==null){let e=A.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=Q(e.prox),i=e.bias??=0;A.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??Ad,u=l>=0&&l<Ad,d=D.ori==0?P:F,f=A.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e=null,t=null,r;if(i==0||i==-1)for(r=o;e==null&&r-->0;)n.has(m[r])||(e=r);if(i==0||i==1)for(r=o;t==null&&r++<m.length;)n.has(m[r])||(t=r);if(e!=null||t!=null){if(u){let n=e==null?-1/0:O(p[e],D,d,0),r=t==null?1/0:O(p[t],D,d,0),i=f-n,a=r-f;i<=a?i<=l&&(c=e):a<=l&&(c=t)}else c=t==null?e:e==null?t:o-e<=t-o?e:t}}else u&&vd(f-O(p[o],D,d,0))>l&&(c=null);return c}}let qe=e=>{A.event=e};A.idxs=se,A._lock=!1;let L=A.points;L.show=Q(L.show),L.size=Q(L.size),L.stroke=Q(L.stroke),L.width=Q(L.width),L.fill=Q(L.fill);let Je=r.focus=cf({},e.focus||{alpha:.3},A.focus),Ye=Je.prox>=0,Xe=Ye&&L.one,Ze=[],Qe=[],$e=[];function et(e,t){let n=L.show(r,t);if(n instanceof HTMLElement)return Lu(n,iu),Lu(n,e.class),Uu(n,-10,-10,P,F),m.insertBefore(n,Ze[t]),n}function tt(e,t){if(i==1||t>0){let t=i==1&&b[e.scale].time,n=e.value;e.value=t?tf(n)?ip(ne,np(n,re)):n||oe:n||zp,e.label=e.label||(t?Ep:Tp)}if(Xe||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||Mm||Ld,e.fillTo=Q(e.fillTo||nm),e.pxAlign=+Z(e.pxAlign,h),e.pxRound=sm(e.pxAlign),e.stroke=Q(e.stroke||null),e.fill=Q(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=Vp(Cd(1,e.width),1),n=e.points=cf({},{size:t,width:Cd(1,t*.2),stroke:e.stroke,space:t*2,paths:Nm,_stroke:null,_fill:null},e.points);n.show=Q(n.show),n.filter=Q(n.filter),n.fill=Q(n.fill),n.stroke=Q(n.stroke),n.paths=Q(n.paths),n.pxAlign=e.pxAlign}if(le){let n=Se(e,t);me.splice(t,0,n[0]),he.splice(t,0,n[1]),ce.values.push(null)}if(ue){se.splice(t,0,null);let n=null;Xe?t==0&&(n=et(e,t)):t>0&&(n=et(e,t)),Ze.splice(t,0,n),Qe.splice(t,0,0),$e.splice(t,0,0)}Qn(`addSeries`,t)}function nt(e,t){t??=v.length,e=i==1?Im(e,t,Dp,Kp):Im(e,t,{},Gp),v.splice(t,0,e),tt(v[t],t)}r.addSeries=nt;function rt(e){if(v.splice(e,1),le){ce.values.splice(e,1),he.splice(e,1);let t=me.splice(e,1)[0];we(null,t.firstChild),t.remove()}ue&&(se.splice(e,1),Ze.splice(e,1)[0].remove(),Qe.splice(e,1),$e.splice(e,1)),Qn(`delSeries`,e)}r.delSeries=rt;let it=[!1,!1,!1,!1];function at(e,t){if(e._show=e.show,e.show){let n=e.side%2,i=b[e.scale];i??=(e.scale=n?v[1].scale:S,b[e.scale]);let a=i.time;e.size=Q(e.size),e.space=Q(e.space),e.rotate=Q(e.rotate),Qd(e.incrs)&&e.incrs.forEach(e=>{!Kd.has(e)&&Kd.set(e,qd(e))}),e.incrs=Q(e.incrs||(i.distr==2?Nf:a?_==1?Kf:Yf:Pf)),e.splits=Q(e.splits||(a&&i.distr==1?ie:i.distr==3?Ap:i.distr==4?jp:kp)),e.stroke=Q(e.stroke),e.grid.stroke=Q(e.grid.stroke),e.ticks.stroke=Q(e.ticks.stroke),e.border.stroke=Q(e.border.stroke);let o=e.values;e.values=Qd(o)&&!Qd(o[0])?Q(o):a?Qd(o)?$f(ne,Qf(o,re)):tf(o)?ep(ne,o):o||ae:o||Op,e.filter=Q(e.filter||(i.distr>=3&&i.log==10?Lp:i.distr==3&&i.log==2?Rp:Id)),e.font=Gm(e.font),e.labelFont=Gm(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(it[t]=!0,e._el=Vu($l,f))}}function ot(e,t,n,r){let[i,a,o,s]=n,c=t%2,l=0;return c==0&&(s||a)&&(l=t==0&&!i||t==2&&!o?bd(wp.size/3):0),c==1&&(i||o)&&(l=t==1&&!a||t==3&&!s?bd(Bp.size/2):0),l}let st=r.padding=(e.padding||[ot,ot,ot,ot]).map(e=>Q(Z(e,ot))),ct=r._padding=st.map((e,t)=>e(r,t,it,0)),R,lt=null,ut=null,dt=i==1?v[0].idxs:null,ft=null,pt=!1;function mt(e,n){if(t=e??[],r.data=r._data=t,i==2){R=0;for(let e=1;e<v.length;e++)R+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),ft=t[0],R=ft.length;let e=t;if(ee==2){e=t.slice();let n=e[0]=Array(R);for(let e=0;e<R;e++)n[e]=e}r._data=t=e}if(Ht(!0),Qn(`setData`),ee==2&&(Re=!0),n!==!1){let e=D;e.auto(r,pt)?ht():hn(S,e.min,e.max),ze||=A.left>=0,Ve=!0,qt()}}r.setData=mt;function ht(){pt=!0;let e,n;i==1&&(R>0?(lt=dt[0]=0,ut=dt[1]=R-1,e=t[0][lt],n=t[0][ut],ee==2?(e=lt,n=ut):e==n&&(ee==3?[e,n]=ad(e,e,D.log,!1):ee==4?[e,n]=od(e,e,D.log,!1):D.time?n=e+bd(86400/_):[e,n]=dd(e,n,sd,!0))):(lt=dt[0]=e=null,ut=dt[1]=n=null)),hn(S,e,n)}let gt,_t,vt,yt,bt,xt,St,Ct,wt,z;function Tt(e,t,n,r,i,a){e??=yu,n??=Xd,r??=`butt`,i??=yu,a??=`round`,e!=gt&&(d.strokeStyle=gt=e),i!=_t&&(d.fillStyle=_t=i),t!=vt&&(d.lineWidth=vt=t),a!=bt&&(d.lineJoin=bt=a),r!=xt&&(d.lineCap=xt=r),n!=yt&&d.setLineDash(yt=n)}function Et(e,t,n,r){t!=_t&&(d.fillStyle=_t=t),e!=St&&(d.font=St=e),n!=Ct&&(d.textAlign=Ct=n),r!=wt&&(d.textBaseline=wt=r)}function Dt(e,t,n,i,a=0){if(i.length>0&&e.auto(r,pt)&&(t==null||t.min==null)){let t=Z(lt,0),r=Z(ut,i.length-1),o=n.min==null?id(i,t,r,a,e.distr==3):[n.min,n.max];e.min=Sd(e.min,n.min=o[0]),e.max=Cd(e.max,n.max=o[1])}}let Ot={min:null,max:null};function kt(){for(let e in b){let t=b[e];k[e]==null&&(t.min==null||k[S]!=null&&t.auto(r,pt))&&(k[e]=Ot)}for(let e in b){let t=b[e];k[e]==null&&t.from!=null&&k[t.from]!=null&&(k[e]=Ot)}k[S]!=null&&Ht(!0);let e={};for(let t in k){let n=k[t];if(n!=null){let a=e[t]=sf(b[t],rf);if(n.min!=null)cf(a,n);else if(t!=S||i==2){if(R==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=Ad,a.max=-1/0}}}if(R>0){v.forEach((n,a)=>{if(i==1){let i=n.scale,o=k[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],lt=Qu(s.min,t[0]),ut=Qu(s.max,t[0]),ut-lt>1&&(t[0][lt]<s.min&&lt++,t[0][ut]>s.max&&ut--),n.min=ft[lt],n.max=ft[ut]}else n.show&&n.auto&&Dt(s,o,n,t[a],n.sorted);n.idxs[0]=lt,n.idxs[1]=ut}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&Dt(u,k[o],r,c,r.sorted),d!=null&&Dt(d,k[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=k[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==Ad?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=b[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?Ed(i.min):e==4?kd(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?Ed(i.max):e==4?kd(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){v.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)Re=!0,Qn(`setScale`,e);ue&&A.left>=0&&(ze=Ve=!0)}for(let e in k)k[e]=null}function B(e){let t=Md(lt-1,0,R-1),n=Md(ut+1,0,R-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<R-1;)n++;return[t,n]}function At(){if(R>0){let e=v.some(e=>e._focus)&&z!=Je.alpha;e&&(d.globalAlpha=z=Je.alpha),v.forEach((e,n)=>{if(n>0&&e.show&&(jt(n,!1),jt(n,!0),e._paths==null)){let a=z;z!=e.alpha&&(d.globalAlpha=z=e.alpha);let o=i==2?[0,t[n][0].length-1]:B(t[n]);e._paths=e.paths(r,n,o[0],o[1]),z!=a&&(d.globalAlpha=z=a)}}),v.forEach((e,t)=>{if(t>0&&e.show){let n=z;z!=e.alpha&&(d.globalAlpha=z=e.alpha),e._paths!=null&&Mt(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,lt,ut,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,lt,ut,a),Mt(t,!0))}z!=n&&(d.globalAlpha=z=n),Qn(`drawSeries`,t)}}),e&&(d.globalAlpha=z=1)}}function jt(e,t){let n=t?v[e].points:v[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function Mt(e,t){let n=t?v[e].points:v[e],{stroke:r,fill:i,clip:a,flags:o,_stroke:s=n._stroke,_fill:c=n._fill,_width:l=n.width}=n._paths;l=Gd(l*X,3);let u=null,f=l%2/2;t&&c==null&&(c=l>0?`#fff`:s);let p=n.pxAlign==1&&f>0;if(p&&d.translate(f,f),!t){let e=Me-l/2,t=Ne-l/2,n=Pe+l,r=Fe+l;u=new Path2D,u.rect(e,t,n,r)}t?Pt(s,l,n.dash,n.cap,c,r,i,o,a):Nt(e,s,l,n.dash,n.cap,c,r,i,o,u,a),p&&d.translate(-f,-f)}function Nt(e,n,i,a,o,s,c,l,u,d,f){let p=!1;u!=0&&x.forEach((m,h)=>{if(m.series[0]==e){let e=v[m.series[1]],g=t[m.series[1]],_=(e._paths||Yd).band;Qd(_)&&(_=m.dir==1?_[0]:_[1]);let y,b=null;e.show&&_&&fd(g,lt,ut)?(b=m.fill(r,h)||s,y=e._paths.clip):_=null,Pt(n,i,a,o,b,c,l,u,d,f,y,_),p=!0}}),p||Pt(n,i,a,o,s,c,l,u,d,f)}function Pt(e,t,n,r,i,a,o,s,c,l,u,f){Tt(e,t,n,r,i),(c||l||f)&&(d.save(),c&&d.clip(c),l&&d.clip(l)),f?(s&3)==3?(d.clip(f),u&&d.clip(u),It(i,o),Ft(e,a,t)):s&$p?(It(i,o),d.clip(f),Ft(e,a,t)):s&Qp&&(d.save(),d.clip(f),u&&d.clip(u),It(i,o),d.restore(),Ft(e,a,t)):(It(i,o),Ft(e,a,t)),(c||l||f)&&d.restore()}function Ft(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{d.strokeStyle=gt=t,d.stroke(e)}):t!=null&&e&&d.stroke(t))}function It(e,t){t instanceof Map?t.forEach((e,t)=>{d.fillStyle=_t=t,d.fill(e)}):t!=null&&e&&d.fill(t)}function Lt(e,t,n,i){let a=y[e],o;if(i<=0)o=[0,0];else{let s=a._space=a.space(r,e,t,n,i);o=Wm(t,n,a._incrs=a.incrs(r,e,t,n,i,s),i,s)}return a._found=o}function Rt(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;h==1&&d.translate(u,u),Tt(s,o,c,l,s),d.beginPath();let f,p,m,g,_=i+(r==0||r==3?-a:a);n==0?(p=i,g=_):(f=i,m=_);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?f=m=e[r]:p=g=e[r],d.moveTo(f,p),d.lineTo(m,g));d.stroke(),h==1&&d.translate(-u,-u)}function zt(e){let t=!0;return y.forEach((n,i)=>{if(!n.show)return;let a=b[n.scale];if(a.min==null){n._show&&(t=!1,n._show=!1,Ht(!1));return}n._show||(t=!1,n._show=!0,Ht(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=Lt(i,c,l,s==0?P:F);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>ft[e]):p,h=a.distr==2?ft[p[1]]-ft[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=xd(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function Bt(e){let t=!0;return st.forEach((n,i)=>{let a=n(r,i,it,e);a!=ct[i]&&(t=!1),ct[i]=a}),t}function Vt(){for(let e=0;e<y.length;e++){let t=y[e];if(!t.show||!t._show)continue;let n=t.side,i=n%2,a,o,c=t.stroke(r,e),l=n==0||n==3?-1:1,[u,f]=t._found;if(t.label!=null){let s=t.labelGap*l,p=bd((t._lpos+s)*X);Et(t.labelFont[0],c,`center`,n==2?mu:hu),d.save(),i==1?(a=o=0,d.translate(p,bd(Ne+Fe/2)),d.rotate((n==3?-_d:_d)/2)):(a=bd(Me+Pe/2),o=p);let m=Nd(t.label)?t.label(r,e,u,f):t.label;d.fillText(m,a,o),d.restore()}if(f==0)continue;let p=b[t.scale],m=i==0?Pe:Fe,h=i==0?Me:Ne,_=t._splits,v=p.distr==2?_.map(e=>ft[e]):_,x=p.distr==2?ft[_[1]]-ft[_[0]]:u,S=t.ticks,C=t.border,w=S.show?S.size:0,T=bd(w*X),E=bd((t.alignTo==2?t._size-w-t.gap:t.gap)*X),D=t._rotate*-_d/180,ee=g(t._pos*X),O=ee+(T+E)*l;o=i==0?O:0,a=i==1?O:0;let te=t.font[0];Et(te,c,t.align==1?gu:t.align==2?_u:D>0?gu:D<0?_u:i==0?`center`:n==3?_u:gu,D||i==1?`middle`:n==2?mu:hu);let k=t.font[1]*t.lineGap,ne=_.map(e=>g(s(e,p,m,h))),re=t._values;for(let e=0;e<re.length;e++){let t=re[e];if(t!=null){i==0?a=ne[e]:o=ne[e],t=``+t;let n=t.indexOf(`
`)==-1?[t]:t.split(/\n/gm);for(let e=0;e<n.length;e++){let t=n[e];D?(d.save(),d.translate(a,o+e*k),d.rotate(D),d.fillText(t,0,0),d.restore()):d.fillText(t,a,o+e*k)}}}S.show&&Rt(ne,S.filter(r,v,e,f,x),i,n,ee,T,Gd(S.width*X,3),S.stroke(r,e),S.dash,S.cap);let ie=t.grid;ie.show&&Rt(ne,ie.filter(r,v,e,f,x),i,i==0?2:1,i==0?Ne:Me,i==0?Fe:Pe,Gd(ie.width*X,3),ie.stroke(r,e),ie.dash,ie.cap),C.show&&Rt([ee],[1],+(i==0),i==0?1:2,i==1?Ne:Me,i==1?Fe:Pe,Gd(C.width*X,3),C.stroke(r,e),C.dash,C.cap)}Qn(`drawAxes`)}function Ht(e){v.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Ut=!1,Wt=!1,Gt=[];function Kt(){Wt=!1;for(let e=0;e<Gt.length;e++)Qn(...Gt[e]);Gt.length=0}function qt(){Ut||=(mf(Yt),!0)}function Jt(e,t=!1){Ut=!0,Wt=t,e(r),Yt(),t&&Gt.length>0&&queueMicrotask(Kt)}r.batch=Jt;function Yt(){if(Ie&&=(kt(),!1),Re&&=(We(),!1),Le){if(zu(p,gu,Ee),zu(p,mu,De),zu(p,fu,P),zu(p,pu,F),zu(m,gu,Ee),zu(m,mu,De),zu(m,fu,P),zu(m,pu,F),zu(f,fu,Te),zu(f,pu,N),u.width=bd(Te*X),u.height=bd(N*X),y.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i===3||i===0?n:0,a=i%2==1;zu(e,a?`left`:`top`,r-t),zu(e,a?`width`:`height`,n),zu(e,a?`top`:`left`,a?De:Ee),zu(e,a?`height`:`width`,a?F:P),Ru(e,eu)}else Lu(e,eu)}}),gt=_t=vt=bt=xt=St=Ct=wt=yt=null,z=1,In(!0),Ee!=Oe||De!=ke||P!=Ae||F!=je){Ht(!1);let e=P/Ae,t=F/je;if(ue&&!ze&&A.left>=0){A.left*=e,A.top*=t,$t&&Uu($t,bd(A.left),0,P,F),en&&Uu(en,0,bd(A.top),P,F);for(let n=0;n<Ze.length;n++){let r=Ze[n];r!=null&&(Qe[n]*=e,$e[n]*=t,Uu(r,xd(Qe[n]),xd($e[n]),P,F))}}if(U.show&&!Be&&U.left>=0&&U.width>0){U.left*=e,U.width*=e,U.top*=t,U.height*=t;for(let e in zn)zu(fn,e,U[e])}Oe=Ee,ke=De,Ae=P,je=F}Qn(`setSize`),Le=!1}Te>0&&N>0&&(d.clearRect(0,0,u.width,u.height),Qn(`drawClear`),w.forEach(e=>e()),Qn(`draw`)),U.show&&Be&&(pn(U),Be=!1),ue&&ze&&(Pn(null,!0,!1),ze=!1),ce.show&&ce.live&&Ve&&(Mn(),Ve=!1),c||(c=!0,r.status=1,Qn(`ready`)),pt=!1,Ut=!1}r.redraw=(e,t)=>{Re=t||!1,e===!1?qt():hn(S,D.min,D.max)};function Xt(e,n){let i=b[e];if(i.from==null){if(R==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(R>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==S&&i.distr==2&&R>0&&(n.min=Qu(n.min,t[0]),n.max=Qu(n.max,t[0]),n.min==n.max&&n.max++),k[e]=n,Ie=!0,qt()}}r.setScale=Xt;let Zt,Qt,$t,en,tn,nn,rn,an,on,sn,V,H,cn=!1,ln=A.drag,un=ln.x,dn=ln.y;ue&&(A.x&&(Zt=Vu(nu,m)),A.y&&(Qt=Vu(ru,m)),D.ori==0?($t=Zt,en=Qt):($t=Qt,en=Zt),V=A.left,H=A.top);let U=r.select=cf({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),fn=U.show?Vu(tu,U.over?m:p):null;function pn(e,t){if(U.show){for(let t in e)U[t]=e[t],t in zn&&zu(fn,t,e[t]);t!==!1&&Qn(`setSelect`)}}r.setSelect=pn;function mn(e){if(v[e].show)le&&Ru(me[e],eu);else if(le&&Lu(me[e],eu),ue){let t=Xe?Ze[0]:Ze[e];t!=null&&Uu(t,-10,-10,P,F)}}function hn(e,t,n){Xt(e,{min:t,max:n})}function gn(e,t,n,a){t.focus!=null&&Tn(e),t.show!=null&&v.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,mn(r),i==2?(hn(n.facets[0].scale,null,null),hn(n.facets[1].scale,null,null)):hn(n.scale,null,null),qt())}),n!==!1&&Qn(`setSeries`,e,t),a&&rr(`setSeries`,r,e,t)}r.setSeries=gn;function _n(e,t){cf(x[e],t)}function vn(e,t){e.fill=Q(e.fill||null),e.dir=Z(e.dir,-1),t??=x.length,x.splice(t,0,e)}function yn(e){e==null?x.length=0:x.splice(e,1)}r.addBand=vn,r.setBand=_n,r.delBand=yn;function bn(e,t){v[e].alpha=t,ue&&Ze[e]!=null&&(Ze[e].style.opacity=t),le&&me[e]&&(me[e].style.opacity=t)}let xn,Sn,Cn,wn={focus:!0};function Tn(e){if(e!=Cn){let t=e==null,n=Je.alpha!=1;v.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&bn(a,i?1:Je.alpha)}}),Cn=e,n&&qt()}}le&&Ye&&M(wu,de,e=>{A._lock||(qe(e),Cn!=null&&gn(null,wn,!0,er.setSeries))});function En(e,t,n){let r=b[t];n&&(e=e/X-(r.ori==1?De:Ee));let i=P;r.ori==1&&(i=F,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=r._max,s=e/i,c=a+(o-a)*s,l=r.distr;return l==3?wd(10,c):l==4?Od(c,r.asinh):l==100?r.bwd(c):c}function Dn(e,n){return Qu(En(e,S,n),t[0],lt,ut)}r.valToIdx=e=>Qu(e,t[0]),r.posToIdx=Dn,r.posToVal=En,r.valToPos=(e,t,n)=>b[t].ori==0?a(e,b[t],n?Pe:P,n?Me:0):o(e,b[t],n?Fe:F,n?Ne:0),r.setCursor=(e,t,n)=>{V=e.left,H=e.top,Pn(null,t,n)};function On(e,t){zu(fn,gu,U.left=e),zu(fn,fu,U.width=t)}function kn(e,t){zu(fn,mu,U.top=e),zu(fn,pu,U.height=t)}let An=D.ori==0?On:kn,W=D.ori==1?On:kn;function jn(){if(le&&ce.live)for(let e=+(i==2);e<v.length;e++){if(e==0&&_e)continue;let t=ce.values[e],n=0;for(let r in t)he[e][n++].firstChild.nodeValue=t[r]}}function Mn(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{se[t]=e}):ef(e.idx)||se.fill(e.idx),ce.idx=se[0]),le&&ce.live){for(let e=0;e<v.length;e++)(e>0||i==1&&!_e)&&Nn(e,se[e]);jn()}Ve=!1,t!==!1&&Qn(`setLegend`)}r.setLegend=Mn;function Nn(e,n){let i=v[e],a=e==0&&ee==2?ft:t[e],o;_e?o=i.values(r,e,n)??ve:(o=i.value(r,n==null?null:a[n],e,n),o=o==null?ve:{_:o}),ce.values[e]=o}function Pn(e,n,a){on=V,sn=H,[V,H]=A.move(r,V,H),A.left=V,A.top=H,ue&&($t&&Uu($t,bd(V),0,P,F),en&&Uu(en,0,bd(H),P,F));let o,s=lt>ut;xn=Ad,Sn=null;let c=D.ori==0?P:F,l=D.ori==1?P:F;if(V<0||R==0||s){o=A.idx=null;for(let e=0;e<v.length;e++){let t=Ze[e];t!=null&&Uu(t,-10,-10,P,F)}Ye&&gn(null,wn,!0,e==null&&er.setSeries),ce.live&&(se.fill(o),Ve=!0)}else{let e,n,a;i==1&&(e=D.ori==0?V:H,n=En(e,S),o=A.idx=Qu(n,t[0],lt,ut),a=O(t[0][o],D,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<v.length;e++){let g=v[e],_=se[e],y=_==null?null:i==1?t[e][_]:t[e][1][_],x=A.dataIdx(r,e,o,n),S=x==null?null:i==1?t[e][x]:t[e][1][x];if(Ve=Ve||S!=y||x!=_,se[e]=x,e>0&&g.show){let n=x==null?-10:x==o?a:O(i==1?t[0][x]:t[e][0][x],D,c,0),_=S==null?-10:te(S,i==1?b[g.scale]:b[g.facets[1].scale],l,0);if(Ye&&S!=null){let t=D.ori==1?V:H,n=vd(Je.dist(r,e,x,_,t));if(n<xn){let r=Je.bias;if(r!=0){let i=En(t,g.scale),a=S>=0?1:-1,o=i>=0?1:-1;o==a&&(o==1?r==1?S>=i:S<=i:r==1?S<=i:S>=i)&&(xn=n,Sn=e)}else xn=n,Sn=e}}if(Ve||Xe){let t,i;D.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=L.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=L.size(r,e);if(v=L.fill(r,e),g=L.stroke(r,e),Xe)e==Sn&&xn<=Je.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=Ze[e];t!=null&&(Qe[e]=c,$e[e]=l,qu(t,a,o,y),Gu(t,v,g),Uu(t,xd(c),xd(l),P,F))}}}}if(Xe){let e=Je.prox;if(Ve||(Cn==null?xn<=e:xn>e||Sn!=Cn)){let e=Ze[0];e!=null&&(Qe[0]=s,$e[0]=u,qu(e,d,f,p),Gu(e,m,h),Uu(e,xd(s),xd(u),P,F))}}}if(U.show&&cn){if(e!=null){let[t,n]=er.scales,[r,i]=er.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if(un=s._x,dn=s._y,un||dn){let{left:s,top:u,width:d,height:f}=e.select,p=e.scales[a].ori,m=e.posToVal,h,g,_,v,y,x=t!=null&&r(t,a),S=n!=null&&i(n,o);x&&un?(p==0?(h=s,g=d):(h=u,g=f),_=b[t],v=O(m(h,a),_,c,0),y=O(m(h+g,a),_,c,0),An(Sd(v,y),vd(y-v))):An(0,c),S&&dn?(p==1?(h=s,g=d):(h=u,g=f),_=b[n],v=te(m(h,o),_,l,0),y=te(m(h+g,o),_,l,0),W(Sd(v,y),vd(y-v))):W(0,l)}else Bn()}else{let e=vd(on-tn),t=vd(sn-nn);if(D.ori==1){let n=e;e=t,t=n}un=ln.x&&e>=ln.dist,dn=ln.y&&t>=ln.dist;let n=ln.uni;n==null?ln.x&&ln.y&&(un||dn)&&(un=dn=!0):un&&dn&&(un=e>=n,dn=t>=n,!un&&!dn&&(t>e?dn=!0:un=!0));let r,i;un&&(D.ori==0?(r=rn,i=V):(r=an,i=H),An(Sd(r,i),vd(i-r)),dn||W(0,l)),dn&&(D.ori==1?(r=rn,i=V):(r=an,i=H),W(Sd(r,i),vd(i-r)),un||An(0,c)),!un&&!dn&&(An(0,0),W(0,0))}}if(ln._x=un,ln._y=dn,e==null){if(a){if(tr!=null){let[e,t]=er.scales;er.values[0]=e==null?null:En(D.ori==0?V:H,e),er.values[1]=t==null?null:En(D.ori==1?V:H,t)}rr(bu,r,V,H,P,F,o)}if(Ye){let e=a&&er.setSeries,t=Je.prox;Cn==null?xn<=t&&gn(Sn,wn,!0,e):xn>t?gn(null,wn,!0,e):Sn!=Cn&&gn(Sn,wn,!0,e)}}Ve&&(ce.idx=o,Mn()),n!==!1&&Qn(`setCursor`)}let Fn=null;Object.defineProperty(r,"rect",{get(){return Fn??In(!1),Fn}});function In(e=!1){e?Fn=null:(Fn=m.getBoundingClientRect(),Qn(`syncRect`,Fn))}function Ln(e,t,n,r,i,a,o){A._lock||cn&&e!=null&&e.movementX==0&&e.movementY==0||(Rn(e,t,n,r,i,a,o,!1,e!=null),e==null?Pn(t,!0,!1):Pn(null,!0,!0))}function Rn(e,t,n,i,a,o,c,l,u){if(Fn??In(!1),qe(e),e!=null)n=e.clientX-Fn.left,i=e.clientY-Fn.top;else{if(n<0||i<0){V=-10,H=-10;return}let[e,r]=er.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=er.match,h=t.axes[0].side%2==1,g=D.ori==0?P:F,_=D.ori==1?P:F,v=h?o:a,y=h?a:o,x=h?i:n,S=h?n:i;if(n=d==null?x/v*g:p(e,d)?s(l,b[e],g,0):-10,i=f==null?S/y*_:m(r,f)?s(u,b[r],_,0):-10,D.ori==1){let e=n;n=i,i=e}}u&&(t==null||t.cursor.event.type==bu)&&((n<=1||n>=P-1)&&(n=Hd(n,P)),(i<=1||i>=F-1)&&(i=Hd(i,F))),l?(tn=n,nn=i,[rn,an]=A.move(r,n,i)):(V=n,H=i)}let zn={width:0,height:0,left:0,top:0};function Bn(){pn(zn,!1)}let Vn,Hn,Un,Wn;function Gn(e,t,n,i,a,o,s){cn=!0,un=dn=ln._x=ln._y=!1,Rn(e,t,n,i,a,o,s,!0,!1),e!=null&&(M(Su,Mu,Kn,!1),rr(xu,r,rn,an,P,F,null));let{left:c,top:l,width:u,height:d}=U;Vn=c,Hn=l,Un=u,Wn=d}function Kn(e,t,n,i,a,o,s){cn=ln._x=ln._y=!1,Rn(e,t,n,i,a,o,s,!1,!0);let{left:c,top:l,width:u,height:d}=U,f=u>0||d>0,p=Vn!=c||Hn!=l||Un!=u||Wn!=d;if(f&&p&&pn(U),ln.setScale&&f&&p){let e=c,t=u,n=l,r=d;if(D.ori==1&&(e=l,t=d,n=c,r=u),un&&hn(S,En(e,S),En(e+t,S)),dn)for(let e in b){let t=b[e];e!=S&&t.from==null&&t.min!=Ad&&hn(e,En(n+r,e),En(n,e))}Bn()}else A.lock&&(A._lock=!A._lock,Pn(t,!0,e!=null));e!=null&&(we(Su,Mu),rr(Su,r,V,H,P,F,null))}function qn(e,t,n,r,i,a,o){if(A._lock)return;qe(e);let s=cn;if(cn){let e=!0,t=!0,n,r;D.ori==0?(n=un,r=dn):(n=dn,r=un),n&&r&&(e=V<=10||V>=P-10,t=H<=10||H>=F-10),n&&e&&(V=V<rn?0:P),r&&t&&(H=H<an?0:F),Pn(null,!0,!0),cn=!1}V=-10,H=-10,se.fill(null),Pn(null,!0,!0),s&&(cn=s)}function Jn(e,t,n,i,a,o,s){A._lock||(qe(e),ht(),Bn(),e!=null&&rr(Tu,r,V,H,P,F,null))}function Yn(){y.forEach(Km),He(r.width,r.height,!0)}Xu(ku,Nu,Yn);let Xn={};Xn.mousedown=Gn,Xn.mousemove=Ln,Xn.mouseup=Kn,Xn.dblclick=Jn,Xn.setSeries=(e,t,n,i)=>{let a=er.match[2];n=a(r,t,n),n!=-1&&gn(n,i,!0,!1)},ue&&(M(xu,m,Gn),M(bu,m,Ln),M(Cu,m,e=>{qe(e),In(!1)}),M(wu,m,qn),M(Tu,m,Jn),Am.add(r),r.syncRect=In);let Zn=r.hooks=e.hooks||{};function Qn(e,t,n){Wt?Gt.push([e,t,n]):e in Zn&&Zn[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)Zn[t]=(Zn[t]||[]).concat(e.hooks[t])});let $n=(e,t,n)=>n,er=cf({key:null,setSeries:!1,filters:{pub:Rd,sub:Rd},scales:[S,v[1]?v[1].scale:null],match:[zd,zd,$n],values:[null,null]},A.sync);er.match.length==2&&er.match.push($n),A.sync=er;let tr=er.key,nr=Zp(tr);function rr(e,t,n,r,i,a,o){er.filters.pub(e,t,n,r,i,a,o)&&nr.pub(e,t,n,r,i,a,o)}nr.sub(r);function ir(e,t,n,r,i,a,o){er.filters.sub(e,t,n,r,i,a,o)&&Xn[e](null,t,n,r,i,a,o)}r.pub=ir;function ar(){nr.unsub(r),Am.delete(r),Ce.clear(),Zu(ku,Nu,Yn),l.remove(),de?.remove(),Qn(`destroy`)}r.destroy=ar;function or(){Qn(`init`,e,t),mt(t||e.data,!1),k[S]?Xt(S,k[S]):ht(),Be=U.show&&(U.width>0||U.height>0),ze=Ve=!0,He(e.width,e.height)}return v.forEach(tt),y.forEach(at),n?n instanceof HTMLElement?(n.appendChild(l),or()):n(r,or):or(),r}qm.assign=cf,qm.fmtNum=hd,qm.rangeNum=dd,qm.rangeLog=ad,qm.rangeAsinh=od,qm.orient=em,qm.pxRatio=X,qm.join=pf,qm.fmtDate=Ef,qm.tzDate=Of,qm.sync=Zp;{qm.addGap=am,qm.clipGaps=im;let e=qm.paths={points:ym};e.linear=Cm,e.stepped=wm,e.bars=Em,e.spline=Om}var Jm=190,Ym=120,Xm=class extends Ve{static properties={lines:{attribute:!1},data:{attribute:!1},points:{type:Boolean},label:{}};#e=null;#t=``;#n=new ResizeObserver(()=>this.#i());#r=()=>{this.#t=``,this.requestUpdate()};constructor(){super(),this.lines=[],this.data=[],this.points=!1,this.label=``}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),Vs.addEventListener(`change`,this.#r),this.#n.observe(this)}disconnectedCallback(){super.disconnectedCallback(),Vs.removeEventListener(`change`,this.#r),this.#n.disconnect(),this.#e?.destroy(),this.#e=null,this.#t=``}render(){return M`<div class="plot" role="img" aria-label=${this.label}></div>`}updated(e){let t=JSON.stringify([this.lines,this.points]);if(t===this.#t&&this.#e){this.#e.setData(this.data);return}this.#t=t,this.#e?.destroy();let n=this.querySelector(`.plot`);n&&(this.#e=new qm(this.#a(),this.data,n))}#i(){let e=Math.floor(this.clientWidth);this.#e&&e>=Ym&&e!==this.#e.width&&this.#e.setSize({width:e,height:Jm})}#a(){let e=getComputedStyle(this),t=t=>e.getPropertyValue(t).trim()||`gray`,n={stroke:t(`--quiet`),font:`11px ${e.fontFamily}`,grid:{stroke:t(`--line`),width:1},ticks:{show:!1}};return{width:Math.max(Ym,Math.floor(this.clientWidth)),height:Jm,legend:{show:!1},cursor:{y:!1,points:{size:5},drag:{x:!1,y:!1}},padding:[8,4,0,0],scales:{x:{time:!0},y:{range:(e,t,n)=>[0,Math.max(1,(n??0)*1.15)]}},axes:[{...n,size:28,space:70,values:(e,t)=>t.map(e=>new Date(e*1e3).toLocaleTimeString([],{hour12:!1,hour:`2-digit`,minute:`2-digit`}))},{...n,size:40,space:30,values:(e,t)=>t.map(e=>e>=1e4?`${e/1e3}k`:String(e))}],series:[{},...this.lines.map(e=>({label:e.name,stroke:t(e.color),width:1.5,points:{show:this.points,size:4},spanGaps:this.points}))]}}};customElements.define(`mq-chart`,Xm);var Zm=5,Qm=10,$m=[`--urgent`,`--warning`,`--info`,`--low`],eh=[`put`,`delete`,`policy`],th={put:`puts`,delete:`deletes`,policy:`policies`},nh=[`--hue-1`,`--hue-2`,`--hue-3`,`--hue-4`,`--hue-5`,`--hue-6`,`--hue-7`,`--hue-8`,`--quiet`],rh=class extends hc{#e=`level`;render(){let e=pc.now(),t=pc.byBoard.series,n=this.#e===`level`?[pc.byLevel,ua,ua.map((e,t)=>({name:e,color:$m[t]??`--quiet`}))]:[pc.byBoard,t,t.map((e,t)=>({name:e===`others`?Y(`others`):e,color:nh[t]??`--quiet`}))];return M`<div class="page">
      <div class="head">
        <div><h1>${Y(`traffic`)}</h1>
          <p class="quiet">${Y(`lastMinutes`,{n:10})} · ${Y(`following`,{n:pc.boards.length})}</p></div>
        <fieldset class="segments"><legend class="unseen">${Y(`rates`)}</legend>
          ${[`level`,`board`].map(e=>M`<label><input type="radio" name="by" .checked=${e===this.#e} @change=${()=>{this.#e=e,this.requestUpdate()}} /><span>${Y(e===`level`?`byLevel`:`byBoard`)}</span></label>`)}
        </fieldset>
      </div>
      ${pc.entries.size===0?M`<section class="panel">${bc(Y(`noTraffic`),Y(`noTrafficHint`),Sc(`main`,`hello, every screen`))}</section>`:N}
      <div class="charts">
        ${this.#t(Y(`rates`),e,...n)}
        ${this.#t(Y(`entries`),e,pc.entries,eh,eh.map((e,t)=>({name:Y(th[e]),color:nh[t]??`--quiet`})))}
        ${this.#n(Y(`seeing`),e,pc.seeing)}
        ${this.#n(Y(`storing`),e,pc.storing)}
        ${this.#n(Y(`delivering`),e,pc.delivering)}
      </div>
      <p class="quiet">${J.can(`admin`)?Y(`lookups`,{n:5}):Y(`lookupsAdmin`)}</p>
    </div>`}#t(e,t,n,r,i){return n.forget(t),M`<section class="panel chart" aria-label=${e}>
      <h2>${e}</h2>
      <ul class="legend">${i.map(({name:e,color:i},a)=>M`<li data-color=${i}><span class="dash"></span><span class="series">${e}</span>
          <strong>${Y(`perSecond`,{n:n.rate(t,Qm,r[a]).toFixed(1)})}</strong></li>`)}</ul>
      <mq-chart .lines=${i} .data=${n.points(t,Zm,r)} label=${e}></mq-chart>
    </section>`}#n(e,t,n){n.forget(t);let r=n.values(t),i=[{name:Y(`p50`),color:`--hue-1`},{name:Y(`p99`),color:`--hue-2`}],a=e=>{let t=ac(r,e);return t===null?`–`:`${t<10?t.toFixed(1):Math.round(t)} ms`},[o]=pc.entries.points(t,Zm,[]);return M`<section class="panel chart" aria-label=${`${Y(`latencies`)}: ${e}`}>
      <h2>${e} <span class="count">${Y(`latencies`)}</span></h2>
      <ul class="legend">
        <li data-color="--hue-1"><span class="dash"></span><span class="series">${Y(`p50`)}</span><strong>${a(50)}</strong></li>
        <li data-color="--hue-2"><span class="dash"></span><span class="series">${Y(`p99`)}</span><strong>${a(99)}</strong></li>
        <li class="quiet">${Y(`samples`,{n:n.size})}</li>
      </ul>
      <mq-chart .lines=${i} .data=${[o,...n.points(t,Zm,[50,99])]} points label=${e}></mq-chart>
    </section>`}};customElements.define(`mq-traffic`,rh);var ih={search:`keySearch`,boards:`keyBoards`,terminals:`keyTerminals`,traffic:`keyTraffic`,new:`keyNew`,policy:`keyPolicy`,theme:`keyTheme`,language:`keyLanguage`,help:`keyHelp`},ah={auto:`themeAuto`,dark:`themeDark`,light:`themeLight`},oh=3e5,sh=class extends hc{#e=Ws(location.hash);#t={view:`boards`};#n=``;#r=new Ps;#i=!1;#a;connectedCallback(){super.connectedCallback(),addEventListener(`hashchange`,this.#s),addEventListener(`keydown`,this.#l),J.addEventListener(`change`,this.#c),pc.addEventListener(`change`,this.#o),this.#a=setInterval(()=>void ks.time().catch(()=>void 0),oh),ks.time().catch(()=>void 0),this.#c()}disconnectedCallback(){super.disconnectedCallback(),removeEventListener(`hashchange`,this.#s),removeEventListener(`keydown`,this.#l),J.removeEventListener(`change`,this.#c),pc.removeEventListener(`change`,this.#o),clearInterval(this.#a),pc.stop()}#o=()=>this.requestUpdate();#s=()=>{let e=this.#e;this.#e=Ws(location.hash),this.requestUpdate(),this.#e.view===`login`&&e.view!==`login`&&(this.#t=e),e.view!==this.#e.view&&(this.updateComplete.then(()=>this.querySelector(`main`)?.focus({preventScroll:!0})),scrollTo(0,0))};#c=()=>{this.requestUpdate();let e=`${J.subject} ${J.scope}`;e!==this.#n&&pc.stop(),this.#n=e,J.loggedIn||J.open?(pc.start(),pc.look(),this.#e.view===`login`&&J.loggedIn&&Ks(this.#t)):J.can(`subscribe`)?pc.start():(pc.stop(),this.#e.view!==`login`&&Ks({view:`login`}))};#l=e=>{if(!Vs.keys||e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||e.isComposing||Fs(e)||document.querySelector(`wa-dialog[open], wa-drawer[open]`)&&e.key!==`?`)return;let t=this.#r.press(e.key,e.timeStamp);t&&(e.preventDefault(),this.#u(t))};#u(e){let{board:t}=this.#e;switch(e){case`boards`:case`terminals`:case`traffic`:Ks({view:e});break;case`search`:this.querySelector(`[data-search]`)?.focus();break;case`new`:t!==void 0&&this.querySelector(`[data-new]`)?.focus();break;case`policy`:t!==void 0&&Ks({view:`policy`,board:t});break;case`theme`:Vs.nextTheme();break;case`language`:Vs.nextLanguage();break;case`help`:this.#i=!this.#i,this.requestUpdate()}}render(){return document.title=`${this.#d()} · ${Y(`title`)}`,M`
      <a class="skip" href="#content" @click=${e=>{e.preventDefault(),this.querySelector(`main`)?.focus()}}>${Y(`skip`)}</a>
      <div class="frame">
        <header class="side">
          <a class="brand" href=${Gs({view:`boards`})}>
            <span class="lamp" aria-hidden="true"></span><span class="latin">Marquee</span><span class="quiet">${Y(`brand`)}</span>
          </a>
          <nav aria-label=${Y(`nav`)}>${this.#f()}</nav>
          ${this.#p()}
          ${this.#m()}
        </header>
        <main id="content" tabindex="-1">${this.#h()}</main>
      </div>
      <mq-toasts></mq-toasts>
      ${this.#g()}`}#d(){let e=this.#e;return e.view===`board`?e.board:e.view===`policy`?`${e.board} · ${Y(`policy`)}`:Y(e.view)}#f(){let e=e=>{let t=this.#e.view===e||e===`boards`&&(this.#e.view===`board`||this.#e.view===`policy`);return M`<a href=${Gs({view:e})} aria-current=${t?`page`:N}>${gc(e)}<span>${Y(e)}</span></a>`};return M`${e(`boards`)}${e(`terminals`)}${e(`traffic`)}`}#p(){if(pc.boards.length===0)return N;let{board:e}=this.#e;return M`<nav class="at-hand" aria-label=${Y(`boards`)}>
      ${pc.boards.map(t=>M`<a href=${Gs({view:`board`,board:t})} aria-current=${t===e?`true`:N}>${t}</a>`)}
    </nav>`}#m(){let{connected:e}=pc;return M`<div class="foot">
      <div class="identity">${J.loggedIn?M`<p class="who" title=${Y(`scope`,{scope:J.scope})}>
            ${gc(`user`)}<span>${J.subject||Y(`login`)}</span>
          </p>
          <button type="button" class="link" @click=${()=>void J.logOut()}>${Y(`logout`)}</button>`:J.open?M`<p class="who quiet">${gc(`user`)}<span>${Y(`openServer`)}</span></p>`:N}</div>
      <div class="switches">
        <span class="state" data-connected=${e} title=${Y(`live`)}><span class="unseen">${e}</span></span>
        <button type="button" @click=${()=>Vs.nextTheme()} title=${`${Y(`theme`)}: ${Y(ah[Vs.theme])}`}
          aria-label=${`${Y(`theme`)}: ${Y(ah[Vs.theme])}`}>${gc(`theme`)}
          <span aria-hidden="true">${Y(ah[Vs.theme])}</span></button>
        <button type="button" data-language @click=${()=>Vs.nextLanguage()} lang=${Vs.language===`en`?`zh-CN`:`en`}>
          ${gc(`language`)}<span>${Vs.language===`en`?`中文`:`English`}</span></button>
        <button type="button" class="keys" @click=${()=>this.#u(`help`)} title="?" aria-label=${Y(`help`)}>${gc(`help`)}</button>
      </div>
    </div>`}#h(){let e=this.#e;switch(e.view){case`board`:return M`<mq-board .board=${e.board} .notice=${e.notice??null}></mq-board>`;case`policy`:return M`<mq-policy .board=${e.board}></mq-policy>`;case`terminals`:return M`<mq-terminals></mq-terminals>`;case`traffic`:return M`<mq-traffic></mq-traffic>`;case`login`:return M`<mq-login></mq-login>`;default:return M`<mq-boards></mq-boards>`}}#g(){let e=()=>{this.#i=!1,this.requestUpdate()};return M`<wa-dialog label=${Y(`keysTitle`)} light-dismiss ?open=${this.#i} @wa-hide=${t=>{t.target.localName===`wa-dialog`&&e()}}>
      <dl class="keys-list">
        ${Ns.map(([e,t])=>M`<div><dt>${t.map(e=>M`<kbd>${e}</kbd> `)}</dt><dd>${Y(ih[e])}</dd></div>`)}
        <div><dt><kbd>Esc</kbd></dt><dd>${Y(`keyEscape`)}</dd></div>
      </dl>
      <label class="check"><input type="checkbox" .checked=${Vs.keys} @change=${e=>Vs.choose({keys:e.target.checked})} />${Y(`keysOn`)}</label>
      <p><a class="textual" href="/docs">${Y(`reference`)}</a></p>
    </wa-dialog>`}};customElements.define(`mq-console`,sh),ls();